package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Seats in which somebody who practises sits down without a device, and what is signed there. */
class PracticeSeatsTest extends PersonInASeat {

    private static final String FIRST = "/seat/practice/XD-1/first";

    @Autowired
    private SeatPersonRows rows;

    @Value("${node.home}")
    private Path home;

    @Test
    void a_delegation_sits_down_by_a_link_speaks_and_what_it_signs_holds() throws Exception {
        sit(FIRST);
        assertThat(seen("/seat").getContentAsString())
                .contains("Dorvane", "G. Sollen (practice passkey)", "href=\"/practice\"")
                .doesNotContain("Confirm your key");
        var mine = rows.all().stream()
                .filter(it -> it.name().startsWith("G. Sollen") && it.endedAt() == null)
                .toList();
        assertThat(mine).singleElement().satisfies(it -> {
            assertThat(it.status()).isEqualTo(SeatOfPerson.Status.CONFIRMED);
            assertThat(it.copied()).isTrue();
            assertThat(it.practice()).isTrue();
        });
        assertThat(Files.getPosixFilePermissions(home.resolve("practice-passkeys/XD-1-first")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/unable").param("text", "No register is kept."))
                .getRedirectedUrl();
        assertThat(seen(preview).getContentAsString())
                .contains("Sign with the practice passkey", "it proves no person")
                .doesNotContain("data-passkey-button");
        assertThat(signed(preview)).isEqualTo("/seat/threads/" + thread);
        assertThat(threads.act(act(preview))).as("one of two officers").isEmpty();

        sit("/seat/practice/XD-1/second");
        assertThat(signed(preview)).isEqualTo("/seat/threads/" + thread);

        assertThat(threads.act(act(preview)).orElseThrow().effect()).isEqualTo("effective");
        assertThat(verified(thread)).contains("2 of its passkeys approved it").doesNotContain("FAILED");
        sit(FIRST);
        assertThat(rows.all().stream().filter(it -> it.name().startsWith("G. Sollen") && it.endedAt() == null))
                .as("the same seat")
                .hasSize(1);
    }

    @Test
    void an_ended_practice_seat_is_given_anew() throws Exception {
        sit(FIRST);
        var id = rows.all().stream()
                .filter(it -> it.name().startsWith("G. Sollen") && it.endedAt() == null)
                .findFirst()
                .orElseThrow()
                .id();
        redirected("duty-officer", post("/seats/" + id + "/end").param("since", today()));
        assertThat(seen("/seat").getRedirectedUrl()).isEqualTo("/seat/sign-in");

        sit(FIRST);

        assertThat(seen("/seat").getContentAsString()).contains("G. Sollen");
    }

    @Test
    void a_foreign_page_seats_nobody_and_a_device_is_not_replaced() throws Exception {
        assertThat(web.perform(get(FIRST).header("Sec-Fetch-Site", "cross-site"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        for (var unknown : List.of("XD-1/third", "XU-1/observer", "XB-1/first")) {
            assertThat(web.perform(get("/seat/practice/" + unknown))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(unknown)
                    .isEqualTo(404);
        }

        confirmed();
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString())
                .contains("data-passkey-button")
                .doesNotContain("practice passkey");
        assertThat(said(post("/seat/practice/acts/" + act(preview))).getStatus())
                .as("its key is on a device")
                .isEqualTo(409);
        assertThat(threads.act(act(preview))).isEmpty();
    }

    private void sit(String link) throws Exception {
        var seated = keep(web.perform(get(link)).andReturn().getResponse());
        assertThat(seated.getRedirectedUrl()).as(link).isEqualTo("/seat");
    }

    private String signed(String preview) throws Exception {
        return Objects.requireNonNull(said(post(preview.replace("/seat/acts/", "/seat/practice/acts/")))
                .getRedirectedUrl());
    }
}
