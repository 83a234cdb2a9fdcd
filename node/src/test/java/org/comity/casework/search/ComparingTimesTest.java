package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.SameIdentifiers.Same;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.StepsOnOffer;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One moment that two States wrote by two clocks is seen to be one. */
class ComparingTimesTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final String ADDRESS = "203.0.113.44";

    private final Threads threads = mock();
    private final Directory directory = mock();
    private final List<KeptAct> openings = new ArrayList<>();
    private final ComparingTimes comparing = new ComparingTimes(threads, directory);

    @BeforeEach
    void two_states() {
        state("XB-1", "Asia/Bangkok");
        state("XE-1", "Europe/Lisbon");
        when(threads.openings(anyCollection())).thenAnswer(_ -> List.copyOf(openings));
    }

    @Test
    void what_stands_beside_the_address_is_read_with_its_own_zone_and_in_utc() {
        var asked = asks("t1", "XB-1", Map.of("identifiers", List.of(used("2026-11-19T14:12", "+07:00"))));
        var other = asks("t2", "XE-1", Map.of("identifiers", List.of(used("2026-11-19T07:12", "UTC"))));

        var said = comparing
                .of(asked, List.of(new Same(ADDRESS, List.of(other))))
                .getFirst()
                .said();
        assertThat(said)
                .extracting(it -> it.written())
                .containsExactly("2026-11-19 14:12 +07:00", "2026-11-19 07:12 UTC");
        assertThat(said)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.utc(it.from())).isEqualTo("2026-11-19 07:12:00 UTC"));
    }

    @Test
    void a_period_alone_is_told_by_the_clock_of_the_capital_that_asks_and_the_earliest_stands_first() {
        var body = Map.<String, Object>of(
                "identifiers", List.of(used("", "")), "from", "2026-11-18T17:00:00Z", "until", "2026-11-20T16:59:59Z");
        var asked = asks("t1", "XE-1", Map.of("identifiers", List.of(used("2026-11-19T07:12", ""))));
        var other = asks("t2", "XB-1", body);

        var said = comparing
                .of(asked, List.of(new Same(ADDRESS, List.of(other))))
                .getFirst()
                .said();
        assertThat(said).extracting(it -> it.request().thread()).containsExactly("t2", "t1");
        assertThat(said.getFirst().there(said.getFirst().from())).isEqualTo("2026-11-19 00:00:00 Asia/Bangkok");
        assertThat(said.getLast().from()).isNull();
    }

    @Test
    void where_nobody_says_when_there_is_nothing_to_compare() {
        var asked = asks("t1", "XB-1", Map.of("identifiers", List.of(used("", ""))));
        var other = asks("t2", "XE-1", Map.of());
        assertThat(comparing.of(asked, List.of(new Same(ADDRESS, List.of(other)))))
                .isEmpty();
    }

    @Test
    void the_card_leads_to_what_the_files_propose_there_and_to_nothing_else() {
        assertThat(card(true))
                .contains("Compare their times", "2026-11-19 14:12 +07:00", "2026-11-19 07:12:00 UTC")
                .contains("href=\"/requests/new/consultation\"", "Propose a consultation")
                .doesNotContain("/requests/new/inquiry");
        assertThat(card(false)).contains("Compare their times").doesNotContain("/requests/new/");
    }

    private String card(boolean writes) {
        openings.clear();
        var asked = asks("t1", "XB-1", Map.of("identifiers", List.of(used("2026-11-19T14:12", "+07:00"))));
        var other = asks("t2", "XE-1", Map.of());
        SameIdentifiers same = mock();
        when(same.of(List.of(asked), MAREN)).thenReturn(Map.of("t1", List.of(new Same(ADDRESS, List.of(other)))));
        CaseAccess access = mock();
        when(access.mayRead(MAREN)).thenReturn(true);
        when(access.mayWrite(MAREN)).thenReturn(writes);
        Procedures procedures = mock();
        when(procedures.laws()).thenReturn(List.of("consultation", "inquiry"));
        var consultation = procedure(true);
        var inquiry = procedure(false);
        when(procedures.ofLaw("consultation")).thenReturn(Optional.of(consultation));
        when(procedures.ofLaw("inquiry")).thenReturn(Optional.of(inquiry));
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        var out = new StringOutput();
        new SameIdentifiersCard(engine, same, access, comparing, procedures)
                .beside(asked, MAREN)
                .orElseThrow()
                .on(PagesForTests.withForms("en", Instant.EPOCH, MAREN))
                .writeTo(out);
        return out.toString();
    }

    private static KnownProcedure procedure(boolean proposed) {
        KnownProcedure procedure = mock();
        StepsOnOffer steps = mock();
        when(procedure.steps()).thenReturn(steps);
        when(steps.proposedWhereSame()).thenReturn(proposed);
        return procedure;
    }

    private static Map<String, Object> used(String time, String zone) {
        return Map.of("kind", "ip", "value", ADDRESS, "time", time, "zone", zone);
    }

    private void state(String id, String zone) {
        var participant = mock(Participant.class);
        when(participant.zone()).thenReturn(ZoneId.of(zone));
        when(directory.find(id)).thenReturn(Optional.of(participant));
        when(directory.get(id)).thenReturn(participant);
    }

    private RequestRow asks(String thread, String counterpart, Map<String, Object> body) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.counterpart()).thenReturn(counterpart);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        when(row.named()).thenReturn(thread);
        when(row.address()).thenReturn(thread);
        when(row.law()).thenReturn("preservation");
        when(row.state()).thenReturn("Requested");
        when(row.shown()).thenReturn("Requested");
        var act = mock(KeptAct.class);
        when(act.thread()).thenReturn(thread);
        when(act.body()).thenReturn(body);
        openings.add(act);
        return row;
    }
}
