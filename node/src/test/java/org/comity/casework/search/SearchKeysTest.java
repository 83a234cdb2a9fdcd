package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.casework.Search.Kind;
import org.junit.jupiter.api.Test;

/** A name is found from within, and no name fills the index. */
class SearchKeysTest {

    @Test
    void a_short_name_is_found_from_each_of_its_letters() {
        assertThat(SearchKeys.within(Kind.FILE, "disk.E01"))
                .containsExactlyInAnyOrder("isk.e01", "sk.e01", "k.e01", ".e01", "e01");
    }

    @Test
    void a_long_name_is_found_from_its_first_letters_and_from_each_of_its_words() {
        var keys = SearchKeys.within(Kind.FILE, "abcdefghij".repeat(18) + " march.pdf");

        assertThat(keys).hasSize(SearchKeys.MOST_STARTS).contains("march.pdf", "pdf");
        assertThat(keys).anyMatch(it -> it.startsWith("bcdefghij"));
    }

    @Test
    void a_name_of_signs_alone_fills_no_index() {
        assertThat(SearchKeys.within(Kind.IDENTIFIER, "https://" + "-a.".repeat(64)))
                .hasSizeLessThanOrEqualTo(SearchKeys.MOST_STARTS);
    }
}
