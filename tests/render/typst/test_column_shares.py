"""The columns of a table share its width so that what stands in them stays low."""

from __future__ import annotations

from handbook.render.typst.column_shares import shares_of


def test_a_table_of_very_many_columns_shares_by_how_much_stands_in_them_and_leaves_none_a_sliver() -> None:
    assert shares_of([(3, 10, *(10,) * 7), (7, 90, *(10,) * 7)]) == [40, 100, *(40,) * 7]


def test_in_a_table_of_several_columns_the_rows_are_as_low_as_they_can_be() -> None:
    even = [(10, 20, 20, 20, 20)] * 3
    assert shares_of(even) == [12, 22, 22, 22, 22]
    # What is long only in a row in which another cell is longer needs no more room.
    assert shares_of([*even, (10, 20, 20, 20, 200)]) == [8, 15, 15, 15, 47]


def test_a_table_without_words_is_shared_too() -> None:
    assert shares_of([(0, 0)]) == [50, 50]
    assert shares_of([(0,)]) == [1]
    assert shares_of([(0,) * 5]) == [20] * 5
