"""What patients type leads to the section that answers it; a danger has its warning on top, however it is typed."""

from __future__ import annotations

import re
import statistics
from dataclasses import replace
from typing import Any

import pytest
from searching import DANGERS, NOTHING, QUERIES, Key, ask, first_searches, packed, read_queries, score, three_words

from built import Built
from handbook.language.printed_marks import with_apostrophes, with_marks
from handbook.render.search.index import make_index
from handbook.render.search.script import word_scripts
from project import ROOT, load
from render.search import node
from render.search.node import run, searching

CODES = ("en", "ms", "ru")


@pytest.mark.parametrize("code", CODES)
def test_what_patients_type_is_found(real: Built, code: str) -> None:
    queries = list(read_queries(QUERIES / f"{code}.yml"))
    scores = score(queries, ask(real.folder, code, [query.text for query in queries]), Key(ROOT / "docs/data", code))
    assert len(queries) >= 400
    assert scores["all"].share(1) >= 80
    assert scores["all"].share(3) >= 95


@pytest.mark.parametrize("code", CODES)
def test_every_danger_has_its_warning_on_top(real: Built, code: str) -> None:
    key = Key(ROOT / "docs/data", code)
    queries = [it for it in read_queries(QUERIES / f"{code}.yml") if it.kind in DANGERS and key.is_danger(it)]
    answers = ask(real.folder, code, [query.text for query in queries])
    shown = zip(queries, answers, strict=True)
    assert [query.text for query, answer in shown if not key.warns(query, answer.signs)] == []


def search(real: Built, query: str, code: str = "en") -> Any:
    return run(f"{node.search(real.folder, code)} return handbookSearch(given);", query)


def test_a_warning_says_what_to_do_with_the_number(real: Built) -> None:
    (warning,) = search(real, "самоубийство", "ru")["warnings"]
    assert warning["address"] == "ru/when-to-call/warning-signs.html#ambulance"
    assert warning["title"] == "Неотложный случай: сейчас же вызывайте скорую"
    assert warning["calls"] == [["999", "999"], ["103", "103"], ["112", "112"]]


def test_a_helpline_is_offered_in_its_own_country_beside_whom_to_call() -> None:
    handbook, _ = load(ROOT)
    assert handbook is not None
    english, offered = handbook.source, {}
    index = make_index(english, handbook)
    for country in ("", "MY", "RU"):
        there = replace(handbook, clinic=replace(handbook.clinic, country=country))
        scripts = searching(text for _, text in word_scripts(index, english, there))
        (warning,) = run(f"{scripts} return handbookSearch(given);", "suicide")["warnings"]
        offered[country] = [number for number, _ in warning["calls"]]
    assert offered == {"": ["999", "103", "112"], "MY": ["999", "15555"], "RU": ["103", "112"]}


def test_the_most_urgent_warning_comes_first(real: Built) -> None:
    titles = [warning["title"] for warning in search(real, "pus and cannot breathe")["warnings"]]
    assert titles == ["Emergency: call an ambulance now", "Today: call the clinic"]


WARNED = {
    "en": {
        "my cheek is throbbing and boiling hot": "spreading", "eyeball stings": "eye-pain", "vison blury": "eye-sight",
        "cheeks getting redder": "spreading", "greenish goo under scab": "pus", "breething is hard": "breathing",
        "heart pounding after numbing": "early-numbing", "bleding does not stop": "bleeding-on",
        "i would be better off dead": "self-harm", "no reason to live": "self-harm",
        "neck is hardening": "hard-skin", "son licked the tube": "child-cream", "lips went grey": "grey-lips",
        "line running up from my cheek is red": "red-streaks", "wound going black": "dead-skin",
        "chest feels heavy": "chest-pain", "black skin went numb and turned black": "dead-skin",
        "havent peed since morning": "faint-confused", "fever no better": "fever",
        "pain getting worse again day 3": "spreading", "painkillers dont touch it": "extreme-pain",
        "he keeps dropping off and i cant rouse him": "faint-confused", "cheek twice the size": "growing-swelling",
        "chin black as coal": "dead-skin", "keeps asking the same question": "faint-confused",
        "she went down in a heap": "collapse", "like looking through a steamed up window": "eye-sight",
    },
    "ms": {
        "napas pendek": "breathing", "lidah membengkak": "swollen-throat", "mata rasa pedih": "eye-pain",
        "keluar cecair hijau": "pus", "mengigil satu badan": "chills", "pipi makin merah": "spreading",
        "darah xberhenti": "bleeding-on", "bibir jadi kebiruan": "grey-lips", "penat hidup": "self-harm",
        "xnak hidup": "self-harm", "leher mengeras": "hard-skin", "pandangan kabor": "eye-sight",
        "garis merah naik ke leher": "red-streaks", "luka jadi kelabu": "dead-skin", "dada rasa berat": "chest-pain",
        "salap masuk mata": "eye-splash", "terpegang baby masa kudis bibir": "herpes-baby",
        "demam tak turun": "fever", "jantung sakit": "chest-pain", "darah menitik tak beku": "bleeding-on",
        "gigi berlaga": "chills", "susah dikejutkan": "faint-confused", "dagu hitam legam": "dead-skin",
        "asyik tanya soalan sama": "faint-confused", "dia tersungkur": "collapse",
        "macam tengok cermin berkabus": "eye-sight",
    },
    "ru": {
        "кормлю грудью и герпес на губе": "herpes-baby",
        "тяжело дышится": "breathing", "язык распух": "swollen-throat", "глаз режет": "eye-pain",
        "зеленоватая жижа": "pus", "всю трясет": "chills", "щека горячая на ощупь": "spreading",
        "кравь не останавливается": "bleeding-on", "губы посинели": "grey-lips", "незачем жить": "self-harm",
        "устала жить": "self-harm", "кожа твердеет": "hard-skin", "все расплывается": "eye-sight",
        "красная дорожка от ранки": "red-streaks", "щека почернела": "dead-skin", "сдавило грудь": "chest-pain",
        "крем попал в глаз": "eye-splash", "мужа не разбудить": "collapse", "температура не спадает": "fever",
        "боль отдает в левую руку": "chest-pain", "не могу сглотнуть слюну": "breathing",
        "беременна и обсыпало герпесом": "herpes-weak", "подбородок чернющий": "dead-skin",
        "мама спрашивает одно и то же": "faint-confused", "отец повалился на пол": "collapse",
        "вижу как сквозь мутное стекло": "eye-sight", "чмокнула внучку а у меня простуда на губе": "herpes-baby",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "query", "sign"), [(code, *it) for code, queries in WARNED.items() for it in queries.items()]
)
def test_a_danger_is_known_by_what_and_where_however_it_is_written(
    real: Built, code: str, query: str, sign: str
) -> None:
    (answer,) = ask(real.folder, code, [query])
    assert sign in answer.signs


HARMLESS = {
    "en": ["crust", "when can i swim", "sunscreen", "price", "make-up", "is redness normal at 2 weeks", "pain level",
           "eye shields", "risk of infection", "blood thinner", "can brown skin have it", "no fever", "burn scar",
           "hot shower", "when will i see results", "black skin", "is it safe for black skin", "laser on chest",
           "no pus no smell just itchy", "not bleeding anymore", "had a seizure as a child", "afraid of fainting",
           "had fever last month can i have laser", "fainted at the dentist once", "will it hurt me",
           "the dog licked my face", "how long in the chair", "stretch marks with red lines",
           "deposit back if i bail", "price of hired helpers", "a bowl of water", "which brand is on the wheel",
           "what temperature should the water be for washing", "does the ointment smell", "number to ring",
           "sitting by the window", "my glasses steam up", "can I ask for the same doctor"],
    "ms": ["keruping", "bila boleh berenang", "harga", "tahap sakit", "pelindung mata", "risiko jangkitan",
           "ubat cair darah", "parut terbakar", "mandi air panas", "bila nampak hasil", "gatal", "muka merah",
           "kulit mati", "macam kulit mati mengelupas", "tertekan", "laser dada", "kulit jadi hitam",
           "krim apa boleh guna", "tambang", "tak demam", "tak ada demam", "pernah sawan masa kecil", "duit hangus",
           "demam bulan lepas dah baik", "lubang jerawat", "harga di bank", "sepupu dari kota",
           "kenangan dengan logo klinik", "harga seluruh muka", "cantik nak mati kulit artis tu",
           "mahal gila, boleh tercekik saya", "salap tu berbau ke", "nak tanya hari apa boleh datang"],
    "ru": ["корочки", "когда можно плавать", "цена", "уровень боли", "защита глаз", "риск инфекции",
           "препараты разжижающие кровь", "рубец после ожога", "горячий душ", "когда увижу результат", "зуд",
           "краснота", "черная кожа", "шрам на груди", "ребенок трогает лицо", "горячий чай", "крем для глаз",
           "температуры нет", "гноя нет", "в детстве были судороги", "теряла сознание у стоматолога",
           "старый рубец от ожога утюгом", "умираю от любопытства", "второй раз дороже", "заказ по пути домой",
           "картина болезни", "умираю хочу в сауну", "свет в кабинете яркий?", "солнце через стекло",
           "на какой день записаться"],
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_what_is_harmless_warns_of_nothing(real: Built, code: str) -> None:
    answers = zip(HARMLESS[code], ask(real.folder, code, HARMLESS[code]), strict=True)
    assert [(query, answer.signs) for query, answer in answers if answer.signs] == []


@pytest.mark.parametrize(("query", "meant"), [("ljrnjh", "доктор"), ("ntvgthfnehf", "температура")])
def test_what_was_typed_with_the_other_keyboard_is_understood(real: Built, query: str, meant: str) -> None:
    assert search(real, query, "ru")["meant"] == meant


@pytest.mark.parametrize(("query", "meant"), [
    ("otek posle lazera", "отек после лазера"), ("kogda mojno v banyu", "когда можно в баню"), ("gnoy", "гной"),
    ("skolko derzhitsja krasnota", "сколько держится краснота"), ("zashita ot solnca", "защита от солнца"),
    ("jojoba", ""),
])  # fmt: skip
def test_russian_in_latin_letters_is_understood(real: Built, query: str, meant: str) -> None:
    found = search(real, query, "ru")
    assert found["meant"] == meant


def test_a_danger_in_latin_letters_warns(real: Built) -> None:
    (answer,) = ask(real.folder, "ru", ["gnoy"])
    assert "pus" in answer.signs


@pytest.mark.parametrize(("code", "query", "first"), [
    ("ms", "demam tak turun", "ms/when-to-call/signs-one-by-one.html#infection"),
    ("en", "fever", "when-to-call/signs-one-by-one.html#infection"),
])  # fmt: skip
def test_below_a_warning_stands_first_what_tells_of_its_sign(real: Built, code: str, query: str, first: str) -> None:
    assert search(real, query, code)["sections"][0]["address"] == first


@pytest.mark.parametrize(("query", "first"), [
    ("цена лазерной шлифовки", "ru/your-clinic/clinic-and-rights.html#price"),
    ("шлифовка", "ru/understanding/how-it-works.html"),
])  # fmt: skip
def test_what_all_pages_are_about_tells_something_only_by_itself(real: Built, query: str, first: str) -> None:
    assert search(real, query, "ru")["sections"][0]["address"] == first


@pytest.mark.parametrize(("code", "query", "first"), [
    ("en", "laser cost", "your-clinic/clinic-and-rights.html#price"),
    ("ms", "kos rawatan", "ms/your-clinic/clinic-and-rights.html#price"),
    ("ru", "побрился", "ru/recovery/daily-life.html#shaving"),
])  # fmt: skip
def test_first_stands_what_a_word_is_the_title_of_by_itself(real: Built, code: str, query: str, first: str) -> None:
    assert search(real, query, code)["sections"][0]["address"] == first


@pytest.mark.parametrize(("code", "query", "first"), [
    ("en", "itchhh", "recovery/swelling-pain-itch.html#itching"),
    ("ru", "босейн", "ru/recovery/daily-life.html#water"),
    ("ru", "зудд", "ru/recovery/swelling-pain-itch.html#itching"),
])  # fmt: skip
def test_letters_doubled_or_not_count_as_no_mistake(real: Built, code: str, query: str, first: str) -> None:
    assert search(real, query, code)["sections"][0]["address"] == first


@pytest.mark.parametrize(("code", "typed", "written"), [
    ("ms", "brp lame tahan hasil", "berapa lama tahan hasil"),  # as messages are written
    ("ms", "xde perubahan", "tak ada perubahan"),
    ("ms", "kgtln", "kegatalan"),  # without vowels
    ("ms", "kemass", "kemas"),  # what is nearer counts: not kebas
    ("ms", "oanduan", "panduan"),  # the key beside
    ("ru", "ротемнело", "потемнело"),
    ("ru", "корочки кагда", "корочки когда"),  # a little word, mistyped
    ("en", "xrusts", "crusts"),
    ("en", "blood presure", "blood pressure"),  # not pre and sure
])  # fmt: skip
def test_what_is_mistyped_finds_what_was_meant(real: Built, code: str, typed: str, written: str) -> None:
    found = [[section["address"] for section in search(real, text, code)["sections"]][:2] for text in (typed, written)]
    assert found[0] == found[1] != []


def test_little_words_tell_which_of_two_sections_is_meant(real: Built) -> None:
    asked = {"how long is it red": "redness-how-long", "what helps against redness": "redness-helps"}
    found = {query: search(real, query)["sections"][0]["address"].partition("#")[2] for query in asked}
    assert found == asked


@pytest.mark.parametrize(
    ("code", "plain"), [("en", 'people don\'t say "no downtime"'), ("ms", '"topeng" St John\'s wort')]
)
def test_marks_find_the_same_typed_as_on_a_keyboard_or_as_in_print(real: Built, code: str, plain: str) -> None:
    printed = with_apostrophes(with_marks(plain, ("“", "”")), "’")
    found = [search(real, text, code)["sections"] for text in (plain, printed, re.sub("['’]", "", plain))]
    assert found[0] == found[1] == found[2] != []


def test_a_word_that_nobody_has_is_told_and_the_rest_answered(real: Built) -> None:
    found = search(real, "qwertz swelling")
    assert found["unknown"] == ["qwertz"]
    assert found["sections"][0]["address"] == "recovery/swelling-pain-itch.html#swelling"


def test_little_words_find_nothing_where_others_do(real: Built) -> None:
    assert search(real, "of the qqqqqq")["sections"] == []


BAD = {
    "nothing": "", "a letter": "a", "10,000 letters": "x" * 10_000, "10,000 words": "swelling " * 10_000,
    "control characters": "\x00\x07\x1b", "emoji": "😀🩹", "HTML": "<img src=x onerror=alert(1)>",
    "right to left": "\u202eتورم", "half a pair": "\\ud83d",
}  # fmt: skip


@pytest.mark.parametrize("query", BAD.values(), ids=BAD)
def test_bad_input_is_answered_soon(real: Built, query: str) -> None:
    warm = "['warm', 'wram', 'wrmlike swimng'].forEach((word) => handbookSearch(word));"
    timed = "const began = process.cpuUsage(); handbookSearch(given); return process.cpuUsage(began).user / 1000;"
    assert run(f"{node.search(real.folder, 'en')} {warm} {timed}", query) < 100


def test_no_page_fills_the_list(real: Built) -> None:
    pages = [section["page"] for section in search(real, "wash ointment sun crusts swelling")["sections"]]
    assert len(pages) > 6
    assert max(map(pages.count, pages)) <= 3


@pytest.mark.parametrize("code", CODES)
def test_a_first_search_is_small(real: Built, code: str, everything: bool) -> None:
    """The search itself, with titles, and those words and concepts that are asked for; pieces of text come later."""
    queries = three_words(query.text for query in read_queries(QUERIES / f"{code}.yml") if query.kind != NOTHING)
    sums = first_searches(real.folder, code, queries if everything else queries[::2])
    assert len(sums) > 80
    assert packed(real.folder, code) < 15_500
    assert statistics.mean(sums) < 20 * 1024
    assert max(sums) < 42 * 1024
