package org.comity.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which preservation a request follows is told to those who know its thread. */
class LinkTest {

    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";

    @Test
    void it_leads_to_its_thread_and_to_no_other() {
        var link = Link.read(Link.to(THREAD).fact()).orElseThrow();

        assertThat(link.leadsTo(THREAD)).isTrue();
        assertThat(link.leadsTo(UUID.randomUUID().toString())).isFalse();
        assertThat(link.among(Stream.of(UUID.randomUUID().toString(), THREAD))).contains(THREAD);
        assertThat(link.among(Stream.of(UUID.randomUUID().toString()))).isEmpty();
    }

    @Test
    void it_shows_nothing_of_the_thread_and_fits_into_a_fact() {
        assertThat(Link.to(THREAD).fact()).doesNotContain("0b7e1c52").hasSizeLessThanOrEqualTo(200);
        assertThat(Link.to(THREAD)).isNotEqualTo(Link.to(THREAD));
    }

    @Test
    void what_has_another_form_is_no_link() {
        assertThat(Link.read("")).isEmpty();
        assertThat(Link.read(THREAD)).isEmpty();
        assertThat(Link.read(Link.to(THREAD).fact() + "0")).isEmpty();
    }
}
