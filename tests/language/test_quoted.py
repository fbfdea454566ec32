"""What a link may say: links that somebody wrote who had not seen the rules, wrong ones and right ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.language.quotations import Quotation
from language.spoken import CODES, load, quantity

LANGUAGES = {code: load(code) for code in CODES}
LINKS = {code: yaml.safe_load((Path(__file__).parent / "quoted" / f"{code}.yml").read_text("utf-8")) for code in CODES}

PASSING = {
    "en": [
        "twice [3 to 7 days]",
        "every [3 to 7 days]",
        "the first [3 to 7 days] of the month",
        "[up to 14 days], at the very least",
        "[93 in 100] did not fade. Of",
        "[day 8] before the laser, not after",
        "[1 of 10 times 10 people]",
    ],
    "ms": [
        "dua kali ganda [3 hingga 7 hari]",
        "setiap [3 hingga 7 hari]",
        "[sehingga 14 hari] sekurang-kurangnya",
        "[hari ke-8] sebelum laser",
    ],
    "ru": [
        "каждые [3–7 дней]",
        "[до 14 дней], самое меньшее",
        "[2 раза в день через неделю]",
        "[8-й день] до лазера, а не после",
    ],
}
"""Wrong ones that pass: what stands beside them turns no number round that can be seen here."""

REFUSED = {
    "en": [
        "[10 600 nm]",
        "On the face the crusts drop off somewhere [between the third and the seventh day]",
        "Give the crusts [three days, or as many as seven], to clear",
        "Expect most swelling [on days two to four]",
        "The swelling has usually gone [by the end of the first week]",
        "The colour had gone [in under five weeks or just at five]",
        "Sleep with your head raised [on the first night, and the second]",
        "It normally comes off [before two days are up]",
        "It should not stay on [for longer than 48 hours]",
        "They were back in [a third] of people",
        "They were back in [one person in three]",
        "You wait [one to two months] from session to session",
        "Most people need [between three and six treatments]",
        "Put it on again [every couple of hours] outdoors",
    ],
    "ms": [
        "[10 600 nm]",
        "Keruping pada muka biasanya gugur [antara hari ketiga hingga hari ketujuh]",
        "Bengkak memuncak [pada hari kedua hingga keempat]",
        "[Sebelum genap lima minggu] warna sudah hilang",
        "Tidur dengan kepala ditinggikan [selama semalam dua]",
        "Biasanya ditanggalkan [sebelum cukup dua hari]",
        "Pembalut itu tidak patut dipakai [lebih daripada 48 jam]",
        "Nilailah hasilnya [selepas suku hingga setengah tahun]",
        "Keloid datang semula pada [sepertiga] orang",
        "Keloid datang semula pada [seorang daripada setiap tiga orang]",
        "Anda menunggu [sebulan dua] antara sesi",
        "Kebanyakan orang memerlukan [antara tiga hingga enam kali rawatan]",
    ],
    "ru": [
        "На лице корочки обычно сходят [между третьим и седьмым днём]",
        "На то, чтобы корочки сошли, уходит [дня три, а то и все семь]",
        "Корочки держатся [от трёх дней до недели]",
        "Корочки могут держаться [целых две недели, но не дольше]",
        "Отёк сильнее всего [в первые два, три или четыре дня]",
        "Сильнее всего отекает [на второй–четвёртый день]",
        "Сильная краснота держится [дней этак от трёх до семи]",
        "Цвет сходит [не позднее пятой недели]",
        "Поверхность кожи затягивается [дней за 3–7]",
        "[Первую ночь или две] спите с приподнятой головой",
        "[Одну-две первые ночи] спите с приподнятой головой",
        "Сотрудники наносят его [минут за тридцать, а то и за час], до лазера",
        "[7,5 балла по десятибалльной шкале]",
        "Оценивайте результат [спустя три, а лучше шесть месяцев] после последнего сеанса",
        "Келоиды возвращались у [трети] людей",
        "Келоиды возвращались у [каждого третьего]",
        "Келоиды возвращались у [каждого второго]",
        "Келоиды возвращались [год спустя]",
        "Обычно между сеансами проходит [месяц-два]",
        "Многим делают [три сеанса, а то и больше]",
    ],
}
"""Right ones that are refused; the hint says what to write instead."""


def agrees(text: str, expected: str, code: str) -> bool:
    """Tell whether the words in brackets pass for a quantity among the others."""
    start, end = text.index("["), text.index("]") - 1
    said = Quotation(text.replace("[", "").replace("]", ""), start, end, LANGUAGES[code], quantity(expected))
    return said.agrees


@pytest.mark.parametrize("code", CODES)
def test_wrong_numbers_are_refused_and_right_ones_pass(code: str) -> None:
    wrong, right = LINKS[code]["wrong"], LINKS[code]["right"]
    assert [text for text, expected in wrong.items() if agrees(text, expected, code)] == PASSING[code]
    assert [text for text, expected in right.items() if not agrees(text, expected, code)] == REFUSED[code]
