"""How many reversals of the trials are told, that of good translations nothing is, and of innocent changes little."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from handbook.language.enumerations import count_listed
from handbook.language.polarity import read_polarity
from handbook.language.said_numbers import compared_numbers, surplus
from language.advice.trials import FILES, counted, real, told

COUNTED = {
    "ms-good.yml": ({}, {"good": 40}),
    "ms-tune-10.yml": ({"reversal": 28, "innocent": 3}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-11.yml": ({"reversal": 26, "innocent": 3}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-12.yml": ({"reversal": 27, "innocent": 1}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-13.yml": ({"reversal": 27}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-14.yml": ({"reversal": 37, "innocent": 2}, {"good": 80, "innocent": 40, "reversal": 40}),
    "ms-tune-15.yml": ({"reversal": 20, "innocent": 1}, {"good": 40, "innocent": 20, "reversal": 20}),
    "ms-tune-16.yml": ({"reversal": 89, "innocent": 2}, {"good": 186, "innocent": 86, "reversal": 100}),
    "ms-tune-17.yml": ({"reversal": 20}, {"good": 40, "innocent": 20, "reversal": 20}),
    "ms-tune-18.yml": ({"reversal": 39}, {"good": 75, "innocent": 36, "reversal": 39}),
    "ms-tune-19.yml": ({"reversal": 18}, {"good": 44, "innocent": 22, "reversal": 22}),
    "ms-tune-20.yml": ({"reversal": 7}, {"good": 22, "innocent": 15, "reversal": 7}),
    "ms-tune-2.yml": ({"reversal": 48, "innocent": 1}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ms-tune-3.yml": ({"reversal": 81, "innocent": 1}, {"good": 166, "innocent": 83, "reversal": 83}),
    "ms-tune-4.yml": ({"reversal": 28}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-5.yml": ({"reversal": 25}, {"good": 55, "innocent": 30, "reversal": 25}),
    "ms-tune-6.yml": ({"reversal": 28}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-7.yml": ({"reversal": 24}, {"good": 55, "innocent": 30, "reversal": 25}),
    "ms-tune-8.yml": ({"reversal": 29}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune-9.yml": ({"reversal": 27}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ms-tune.yml": ({"reversal": 49, "innocent": 1}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ms-unseen.yml": ({"reversal": 61, "innocent": 6}, {"good": 140, "innocent": 70, "reversal": 70}),
    "ru-good.yml": ({}, {"good": 40}),
    "ru-tune-10.yml": ({"reversal": 28, "innocent": 1}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-11.yml": ({"reversal": 23}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-12.yml": ({"reversal": 27, "innocent": 2}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-13.yml": ({"reversal": 25, "innocent": 1}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-14.yml": ({"reversal": 36, "innocent": 3}, {"good": 80, "innocent": 40, "reversal": 40}),
    "ru-tune-15.yml": ({"reversal": 18}, {"good": 40, "innocent": 20, "reversal": 20}),
    "ru-tune-16.yml": ({"reversal": 83, "innocent": 2}, {"good": 187, "innocent": 89, "reversal": 98}),
    "ru-tune-17.yml": ({"reversal": 20}, {"good": 40, "innocent": 20, "reversal": 20}),
    "ru-tune-18.yml": ({"reversal": 41}, {"good": 81, "innocent": 40, "reversal": 41}),
    "ru-tune-19.yml": ({"reversal": 19}, {"good": 45, "innocent": 21, "reversal": 24}),
    "ru-tune-20.yml": ({"reversal": 5, "innocent": 2}, {"good": 25, "innocent": 18, "reversal": 7}),
    "ru-tune-2.yml": ({"reversal": 49}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ru-tune-3.yml": ({"reversal": 78, "innocent": 2}, {"good": 163, "innocent": 82, "reversal": 81}),
    "ru-tune-4.yml": ({"reversal": 28}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-5.yml": ({"reversal": 25}, {"good": 55, "innocent": 30, "reversal": 25}),
    "ru-tune-6.yml": ({"reversal": 28}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-7.yml": ({"reversal": 22}, {"good": 55, "innocent": 30, "reversal": 25}),
    "ru-tune-8.yml": ({"reversal": 25}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune-9.yml": ({"reversal": 26, "innocent": 1}, {"good": 60, "innocent": 30, "reversal": 30}),
    "ru-tune.yml": ({"reversal": 47}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ru-unseen.yml": ({"reversal": 53, "innocent": 1}, {"good": 140, "innocent": 70, "reversal": 70}),
}
"""By file what is told, and of how many.

The words were listed with all of these in view. Of those of numbers 13, 14 and 17 nobody had seen one when they were
first tried: then 24 of the 30 reversals were told in Malay and 23 in Russian, and 3 and 2 of the innocent changes; of
number 14, 37 and 32 of 40, and 3 and 4; of number 17, 15 and 11 of 20, and 2 and 1.
"""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_reversals_are_told_and_the_rest_passes(file: Path) -> None:
    caught, all_of, wrong = counted(file)
    assert (+caught, all_of) == tuple(map(Counter, COUNTED[file.name])), "\n".join(wrong)


def test_a_passage_says_the_same_where_a_denial_is_said_by_an_opposite() -> None:
    assert told("Do not let it dry.", "Pastikan ia lembap.", "ms") == []
    assert told("Do not let it dry.", "Pastikan ia kering.", "ms") != []
    assert told("Do not stop the tablets.", "Teruskan tablet.", "ms") == []
    assert told("Sit up only if you struggle to breathe.", "Не садитесь, если только не трудно дышать.", "ru") == []
    assert real().source.advice.missing == ["unsigned", "deeds", "commands", "particles"]  # English needs none of them


def test_a_row_with_and_is_banned_as_a_whole_and_a_bare_ban_reaches_nothing() -> None:
    assert told("Do not pick, scratch or rub.", "Нельзя ковырять, чесать и тереть.", "ru") == []
    assert told("Do not pick, scratch or rub.", "Нельзя ковырять; чешите и трите.", "ru") != []
    assert told("Avoid or wait.", "Jangan buat, atau tangguhkan.", "ms") == []
    assert told("Do not wait for it to open.", "Ждать, пока откроется, нельзя.", "ru") == []


BANNED = (
    ("Чесать, тереть и сдирать — нельзя.", "ru"),
    ("Чесать их, даже если они зудят, тереть или сдирать не стоит.", "ru"),
    ("Тереть и сдирать их раньше срока ради того, чтобы скорее зажило, нельзя.", "ru"),
    ("Чесать, тереть, сдирать: всё это под запретом.", "ru"),
    ("Нельзя, чтобы их чесали, тёрли или сдирали.", "ru"),
    ("Чесать, тереть или сдирать, в том числе ночью, без спроса нельзя.", "ru"),
    ("Menggaru, menggosok, atau mengopek keruping, walaupun gatal, dilarang.", "ms"),
    ("Menggaru, menggosok dan mengopek keruping: semuanya tidak dibenarkan.", "ms"),
    ("Scratching, rubbing and picking are banned.", "en"),
)
"""Bans that stand apart from what they forbid."""


@pytest.mark.parametrize(("text", "code"), BANNED)
def test_a_ban_reaches_back_over_its_sentence(text: str, code: str) -> None:
    words = real().language(code).advice
    turned = read_polarity(text, words).turned
    assert {("picking", "not pick"), ("rubbing", "not rub")} <= turned, turned


FREE = (
    ("Чешите и трите, сдирать нельзя.", "ru"),
    ("Чесать и тереть можно, сдирать нельзя.", "ru"),
    ("Если чесать и тереть, сауна под запретом.", "ru"),
    ("Тереть и чесать, если врач не запретил.", "ru"),
    ("Что значит «нельзя»? Тереть и чесать, говорит врач: «нельзя».", "ru"),
    ("Garu dan gosok, tetapi mandi tidak boleh.", "ms"),
    ("Menggaru dan menggosok boleh, berenang dilarang.", "ms"),
    ("Scratch and rub, and avoid the sun.", "en"),
)
"""Commands beside a ban that does not reach them."""


@pytest.mark.parametrize(("text", "code"), FREE)
def test_a_ban_leaves_alone_what_is_commanded_beside_it(text: str, code: str) -> None:
    turned = read_polarity(text, real().language(code).advice).turned
    assert ("rubbing", "not rub") not in turned


ROWS = (
    ("No pool, hot tub, steam or sport.", "en"),
    ("Do not swim, sit in a hot tub, take steam or do sport.", "en"),
    ("Никакого бассейна, бани, сауны и спорта.", "ru"),
    ("Jangan masuk kolam, air panas, wap atau bersukan.", "ms"),
)
"""Things in a row behind one denial."""


@pytest.mark.parametrize(("text", "code"), ROWS)
def test_a_denial_reaches_all_of_a_row(text: str, code: str) -> None:
    turned = read_polarity(text, real().language(code).advice).turned
    assert {("heating", "not heat"), ("exercising", "not exercise")} <= turned, turned


def test_a_ban_behind_a_but_governs_nothing_before_it() -> None:
    original = "Cover the skin, but do not scratch it: no exceptions."
    assert told(original, "Прикрывать кожу, но чесать нельзя.", "ru") == []
    assert told(original, "Прикрывать кожу, чесать нельзя.", "ru") != []


def test_only_says_what_nothing_except_says() -> None:
    original = "Put nothing on the skin except what the clinic gave you."
    assert told(original, "Наносите на кожу только то, что дала клиника.", "ru") == []
    assert told(original, "Letakkan apa-apa sahaja pada kulit, termasuk yang tidak diberikan oleh klinik.", "ms") != []
    assert told("Start nothing before then.", "Ничего не начинайте раньше.", "ru") == []


def test_a_word_between_two_numbers_denies_nothing() -> None:
    original = "Judge it 3 to 6 months later, not in the first weeks."
    assert told(original, "Nilailah 3 hingga 6 bulan kemudian, bukan pada minggu awal.", "ms") == []
    assert told(original, "Nilailah 3 hingga 6 bulan kemudian, iaitu pada minggu awal.", "ms") != []


def test_what_can_begin_later_puts_nothing_off() -> None:
    words = real().source.advice
    assert read_polarity("It can begin hours later.", words).first("delays") is None
    assert read_polarity("Cream later.", words).first("delays") is not None


def test_the_same_word_twice_is_one_thing_and_both_of_them_is_no_number() -> None:
    source, russian, malay = real().source, real().language("ru"), real().language("ms")
    assert count_listed("pain that comes again and again, pus", source.advice) == 2
    assert count_listed("lids that hang off the eye, or an eye that does not close", source.advice) == 2
    assert count_listed("a lid that leaves the eye, or eye that does not close", source.advice) == 2
    for original, text, language in (
        ("Carry a spare pen.", "Носите вторую ручку.", russian),
        ("Tell them.", "Beritahu kedua-duanya.", malay),
    ):
        assert list(surplus(compared_numbers(text, language), compared_numbers(original, source))) == []


def test_what_stands_before_a_colon_is_compared_with_what_stands_before_it() -> None:
    original = "Doctors disagree about antibiotics: take no left-over ones."
    assert told(original, "Doktor tidak sependapat tentang antibiotik: jangan ambil yang lama.", "ms") == []
    assert told(original, "Doktor tidak sependapat tentang antibiotik: habiskan yang lama.", "ms") != []


def test_two_things_that_change_places_are_told() -> None:
    original = "First a doctor, then a laser"
    assert told(original, "Сначала врач, потом лазер", "ru") == []
    assert told(original, "Сначала лазер, потом врач", "ru") != []
    original = "It needs a swab, not more ointment."
    assert told(original, "Yang perlu ialah swab, bukan lebih banyak salap.", "ms") == []
    assert told(original, "Yang perlu ialah lebih banyak salap, bukan swab.", "ms") != []
    assert told("Do not write: call.", "Не пишите: звоните.", "ru") == []
    assert told("Do not write: call.", "Не звоните: пишите.", "ru") != []


def test_what_comes_first_is_told_where_it_comes_last_in_any_wording() -> None:
    original = "Tell the clinic before you book."
    assert told(original, "Записывайтесь только после того, как скажете в клинике.", "ru") == []
    assert told(original, "Запишитесь, прежде чем говорить в клинике.", "ru") != []
    original = "Wash your hands before you touch the skin."
    assert told(original, "Sebelum menyentuh kulit, basuh tangan anda.", "ms") == []
    assert told(original, "Sebelum membasuh tangan anda, sentuh kulit.", "ms") != []


def test_what_stands_behind_but_is_compared_with_what_stands_behind_it() -> None:
    original = "No study tells, but we would not treat it."
    assert told(original, "Исследований нет, но мы бы не стали его лечить.", "ru") == []
    assert told(original, "Исследований нет, но мы бы стали его лечить.", "ru") != []


def test_a_particle_changes_nothing_about_a_word() -> None:
    assert told("Go on with it.", "Teruskannya.", "ms") == []
    assert told("Stop it.", "Teruskannya.", "ms") != []


NATURAL = (
    ("If you cannot breathe, call.", "Telefon jika anda sesak nafas.", "ms"),
    ("Wash with your head back so that no shampoo runs.", "Basuh dengan mendongak: tidak terkena syampu.", "ms"),
    ("Call at night too.", "Telefon walaupun pada waktu malam.", "ms"),
    ("Wash it.", "Вымойте её.", "ru"),
    ("You may wash it.", "Её можно мыть.", "ru"),
    ("It works only with the clinic's cream.", "Работает лишь с кремом клиники.", "ru"),
    ("It also helps children.", "Детям он тоже помогает.", "ru"),
    ("Call even without a fever.", "Hubungi klinik walaupun tanpa demam.", "ms"),
    ("Call even without a fever.", "Звоните даже без температуры.", "ru"),
    ("Redness can come without sun.", "Kemerahan boleh muncul walaupun tanpa cahaya matahari.", "ms"),
    ("Do not give it to others: blood pressure falls.", "Не отдавайте его другим: падает давление.", "ru"),
    ("With lower energy, on large areas.", "С малой энергией, на больших участках.", "ru"),
    ("In most people the energy is lower.", "У большинства, то есть у большей части людей, энергия мала.", "ru"),
    ("Nobody needs a laser.", "Лазер никому не нужен.", "ru"),
    ("Nobody needs a laser.", "Laser tidak diperlukan oleh sesiapa.", "ms"),
    ("Get a second opinion.", "Второе мнение будет полезно.", "ru"),
    ("Do not stop breastfeeding.", "Teruskan menyusukan bayi.", "ms"),
    ("Do not laser a mole before it has a name.", "Sebelum tahi lalat didiagnosis, pilih rawatan lain.", "ms"),
    ("No pool. Do not rub. Ask.", "Не трите, и никакого бассейна. Спросите.", "ru"),
    ("Pads are not used without a filter.", "Pad hanya digunakan dengan penapis.", "ms"),
    ("It is used with a filter.", "Ia tidak digunakan tanpa penapis.", "ms"),
    ("It is often hot.", "Обычно там жарко.", "ru"),
    ("Off the face? Wait.", "Bukan muka? Tunggu.", "ms"),
    ("We would not be alone.", "Kami akan memastikan ada orang menemani kami.", "ms"),
    ("Do not miss check-ups.", "Tetap hadiri pemeriksaan.", "ms"),
    ("Do not ask for more.", "Tidak usah minta lebih.", "ms"),
    ("For life? No.", "Seumur hidup? Tidak perlu.", "ms"),
    ("Call. One is enough.", "Telefon. Tidak perlu menunggu yang kedua.", "ms"),
    ("No serum that the clinic did not give.", "Сыворотки — только те, что дала клиника.", "ru"),
    ("Do not wait for the clinic to open.", "Telefon walaupun klinik belum buka.", "ms"),
    ("Keep out of the sun.", "Держитесь в тени.", "ru"),
    ("Do not smoke until it has healed.", "Berhenti merokok sehingga sembuh.", "ms"),
    ("Take nothing on your own.", "Ничего не принимайте, не посоветовавшись.", "ru"),
    ("It does not hurt much.", "Болит несильно.", "ru"),
    ("It is normal.", "В этом нет ничего необычного.", "ru"),
    ("Is the trust gone? Ask.", "Sudah tidak percaya lagi? Tanya.", "ms"),
    ("Lie still.", "Не двигайтесь.", "ru"),
    ("Do not hide a cold sore.", "Beritahu kami jika ada cold sore.", "ms"),
    ("Do not miss check-ups.", "На осмотры ходите всё равно.", "ru"),
    ("Book nothing new now.", "Tangguhkan dahulu apa-apa tempahan baharu.", "ms"),
    ("Take nobody else's tablets.", "Пейте только свои таблетки.", "ru"),
    ("Not on broken skin.", "Только на целой коже.", "ru"),
    ("No clear answer? Ask again.", "Jawapannya kabur? Tanya lagi.", "ms"),
    ("Do not pay before you have seen it heal: our advice.", "Nasihat kami: lihat ia sembuh, barulah bayar.", "ms"),
    ("Do not pick, scratch, rub or peel.", "Ковырять, чесать, тереть и сдирать нельзя.", "ru"),
    ("Book a visit, and keep out of the sun.", "Buat temu janji dan jauhi matahari.", "ms"),
    ("Avoid hot water.", "Вода должна быть прохладной.", "ru"),
    ("Do not lift or move it.", "Не поднимайте и не сдвигайте её.", "ru"),
    ("Never ride without a helmet.", "Ездите только в шлеме.", "ru"),
    ("White bumps can come.", "Белые бугорки могут появиться.", "ru"),
    ("Call before you come.", "Прежде чем прийти, свяжитесь с нами.", "ru"),
    ("If it does not say, ask.", "Jika tidak disebut, tanya.", "ms"),
    ("Take it, unless your doctor said no.", "Принимайте, если только врач не сказал иначе.", "ru"),
    ("We would leave it out.", "Мы бы от этого отказались.", "ru"),
    ("We would wait until it closes.", "Kami sendiri akan menunggu sehingga tertutup.", "ms"),
    ("You need not choose it.", "Anda tidak perlu memilihnya.", "ms"),
    ("No make-up before the clinic agrees.", "Никакого макияжа, пока клиника не согласна.", "ru"),
    ("Tell the clinic everything.", "Ничего не скрывайте от клиники.", "ru"),
    ("Light can come through thin clouds.", "Awan nipis tidak dapat menghalang cahaya.", "ms"),
)
"""Translations that were once told as reversals."""
REVERSED = (
    ("Wash with your head back so that no shampoo runs.", "Basuh sambil mendongak supaya syampu mengalir.", "ms"),
    ("Call at night.", "Telefon kecuali pada waktu malam.", "ms"),
    ("We would leave it out while it is swollen.", "Мы бы надели его, даже если отекло.", "ru"),
    ("Wash it.", "Её можно мыть.", "ru"),
    ("It also helps children.", "Он помогает только детям.", "ru"),
    ("Do not go home without a number.", "Pulanglah walaupun tanpa nombor.", "ms"),
    ("Do not stop without asking.", "Прекращайте даже без вопросов.", "ru"),
    ("With lower energy.", "С большей энергией.", "ru"),
    ("You need a doctor.", "Врач не нужен.", "ru"),
    ("Do not laser a mole before it has a name.", "Rawat tahi lalat dengan laser sebelum ia didiagnosis.", "ms"),
    ("No pool. Do not rub. Ask.", "Никакого бассейна, трите. Спросите.", "ru"),
    ("Never ride without a helmet.", "Tunggang sahaja tanpa topi keledar.", "ms"),
    ("It is rarely paid for.", "Это обычно оплачивают.", "ru"),
    ("It can get worse.", "Ia pasti bertambah teruk.", "ms"),
    ("We would not be alone.", "Kami akan bersendirian.", "ms"),
    ("A third of them? Yes. A whole one is needed.", "Sepertiga? Ya. Tidak perlu.", "ms"),
    ("Wait for the second sign.", "Tidak perlu menunggu tanda kedua.", "ms"),
    ("Only on prescription, never on raw skin.", "Только по рецепту, в том числе на раны.", "ru"),
    ('"Not studied" is not "safe".', '"Belum dikaji" bermaksud "selamat".', "ms"),
    ("It is very dangerous for dogs.", "Для собак безвреден.", "ru"),
    ("It may be normal. Does it grow? Call today.", "Ini biasa. Bertambah besar pun masih biasa.", "ms"),
    ("You trust them? Ask.", "Anda tidak percaya lagi? Tanya.", "ms"),
    ("Call at any hour.", "Звоните в рабочее время.", "ru"),
    ("Infection can still start.", "Risiko jangkitan sudah berlalu.", "ms"),
    ("Only the doctor can say it.", "Mana-mana kakitangan boleh mengatakannya.", "ms"),
    ("Keep the eye cover on.", "Снимите защиту с глаз.", "ru"),
    ("Dark marks are mild.", "Kesan gelap itu teruk.", "ms"),
    ("Do not hide a cold sore.", "Sembunyikan cold sore.", "ms"),
    ("Do not miss check-ups.", "Пропускайте осмотры.", "ru"),
    ("Book nothing new now.", "Tempah yang baharu sekarang.", "ms"),
    ("Take nobody else's tablets.", "Пейте чужие таблетки.", "ru"),
    ("Not on broken skin.", "На повреждённой коже.", "ru"),
    ("It has no clear answer.", "Jawapannya jelas.", "ms"),
    ("Do not pay before you have seen it heal: our advice.", "Nasihat kami: bayar sebelum melihat ia sembuh.", "ms"),
    ("Do not pick, scratch, rub or peel.", "Ковырять, чесать, тереть и сдирать нужно.", "ru"),
    ("Book a visit, and keep out of the sun.", "Jangan buat temu janji dan jauhi matahari.", "ms"),
    ("Make the dose smaller, or leave it.", "Не уменьшайте дозу.", "ru"),
    ("Do not squeeze or prick them.", "Не давите и протыкайте их.", "ru"),
    ("Do not turn up or cover it.", "Не приходите и замажьте его.", "ru"),
    ("Never ride without a helmet.", "А до тех пор ездите без шлема.", "ru"),
    ("White bumps can come.", "Белые бугорки не могут появиться.", "ru"),
    ("Call before you come.", "Приходите как обычно.", "ru"),
    ("If it is closed and the clinic agrees, go on.", "Jika tertutup atau klinik bersetuju, teruskan.", "ms"),
    ("If it does not say, ask.", "Jika disebut, tanya.", "ms"),
    ("Take it, unless your doctor said no.", "Принимайте, только если врач разрешил.", "ru"),
    ("We would leave it out.", "Мы бы от этого не отказывались.", "ru"),
    ("Finish the course.", "Tidak perlu habiskan.", "ms"),
    ("We would wait until it closes.", "Kami sendiri akan meneruskannya.", "ms"),
    ("You need not choose it.", "Anda mesti memilihnya.", "ms"),
    ("No make-up before the clinic agrees.", "Никакого макияжа, если клиника согласна.", "ru"),
    ("Calm it first, with a doctor.", "Сначала успокойте, без врача.", "ru"),
    ("Do not stop your tablets.", "Таблетки на это время отложите.", "ru"),
    ("Stop smoking before.", "Курить можно до процедуры.", "ru"),
    ("Ask before you take it.", "Если выпили, спросите.", "ru"),
    ("Stay near.", "Не оставайтесь поблизости.", "ru"),
)
"""The same words where they say the opposite."""


@pytest.mark.parametrize(("original", "text", "code"), NATURAL)
def test_natural_words_pass(original: str, text: str, code: str) -> None:
    assert told(original, text, code) == []


@pytest.mark.parametrize(("original", "text", "code"), REVERSED)
def test_the_same_words_are_told_where_they_turn_advice_round(original: str, text: str, code: str) -> None:
    assert told(original, text, code) != []
