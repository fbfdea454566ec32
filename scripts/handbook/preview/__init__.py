"""The site while it is being written: shown at once after each change, beside what the check says.

    watch.py     show, tell, wait for a change, show again
    changes.py   which files have changed
    state.py     what is shown: the last good pages, and all that is wrong now
    browser.py   a browser on this machine, if there is one
    server.py    both over HTTP, with the policy of the site
    panel.js, panel.css   put the problems above the page, and load it again
"""
