"""What a host has to be told so that it serves the site safely and fast.

    rules.py    the one table: headers, how long a browser keeps what, types, what is not for readers
    servers.py  the table as nginx, Apache, Caddy and a container read it; _headers for hosts without a server of ours
    output.py   render(handbook, context): what the pipeline calls
"""
