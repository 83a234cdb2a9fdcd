package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.exchange.Exchange;
import org.comity.identity.SoftPasskey;
import org.comity.proof.seal.Container;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R158: from the entry of its word on that it has a node, the host records nothing more for an authority. */
class AdoptedAuthorityTest extends PersonInASeat {

    @Autowired
    private MakingSeatActs making;

    @Autowired
    private AdoptedAuthorities authorities;

    @Autowired
    private Exchange exchange;

    @Autowired
    private Correspondence letters;

    @Test
    void nothing_is_written_down_for_it_any_more_until_two_officers_open_its_seats_anew() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        adopt();

        assertThat(authorities.all()).contains("XD-1");
        refused("paper.adopted", () -> wrote());
        notAtTheDoorEither(thread);
        assertThat(answered(200, "duty-officer", invitation()))
                .contains("said that it has a node of its own")
                .doesNotContain("/seat/invitation/");
        assertThat(page("duty-officer", "/seats", "en"))
                .contains("/seats/anew/XD-1")
                .doesNotContain("<option value=\"XD-1\"");

        var anew = "/seats/anew/XD-1";
        assertThat(answered(200, "duty-officer", post(anew).param("why", " "))).contains("how you know");
        redirected("duty-officer", post(anew).param("why", "The embassy says so."));
        assertThat(page("duty-officer", anew, "en"))
                .contains("A second officer")
                .doesNotContain("Approve and open");
        refused(
                "seat.second-must-differ",
                () -> reopening.approve("XD-1", new org.comity.identity.Approvals.Proof.Practice(), official("maren")));
        assertThat(answered(200, "duty-officer", invitation())).doesNotContain("/seat/invitation/");
        redirected(
                "second-officer", post(anew + "/approve").param("once", token()).param("method", "practice"));

        assertThat(authorities.all()).doesNotContain("XD-1");
        assertThat(wrote()).startsWith("X");
        passkey = new SoftPasskey();
        var seats = Objects.requireNonNull(giving.get(confirmed()).thread());
        assertThat(seats).isNotEqualTo(giving.get(id).thread());
        var opening = threads.opening(seats).orElseThrow();
        assertThat(opening.body()).containsEntry("why", "The embassy says so.");
        assertThat(Container.read(threads.container(opening.id()).orElseThrow()).approvals())
                .hasSize(2);
    }

    private void notAtTheDoorEither(String thread) {
        var facts = Map.of("recorded", "phone");
        var act = making.act(making.in(thread), "acknowledge", "XD-1", Role.REQUESTED, facts, Map.of(), List.of());
        assertThatExceptionOfType(Threads.Refused.class)
                .isThrownBy(() -> exchange.send(making.sealed(act, making.pdf(act, null), List.of(), Map.of()), null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("counterpart-has-a-node"));
        assertThat(threads.act(act.id())).isEmpty();
    }

    /** @return the reference of a request that came by telephone */
    private String wrote() {
        var came = new Arrived(Channel.PHONE, LocalDate.of(2026, 1, 2), "", "", null);
        return letters.recordRequest("preservation/1", "XD-1", ordinary(), came, official("maren"));
    }
}
