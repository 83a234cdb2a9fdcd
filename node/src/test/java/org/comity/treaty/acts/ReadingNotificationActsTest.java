package org.comity.treaty.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.treaty.TreatyLine;
import org.comity.treaty.TreatyStep;
import org.comity.treaty.TreatyTable;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a State told by an act stands in the table once it is acknowledged and two officers admit exactly those words. */
class ReadingNotificationActsTest {

    private static final String THREAD = "00000000-0000-0000-0000-000000000001";
    private static final Official AMSEL = new Official("amsel", "P. Amsel", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock(Requests.class);
    private final CaseAccess access = mock(CaseAccess.class);
    private final Threads threads = mock(Threads.class);
    private final Directory directory = mock(Directory.class);
    private final TreatyTable table = mock(TreatyTable.class);
    private final List<Threads.KeptAct> acts = new ArrayList<>();
    private String state = "Acknowledged";
    private String law = "treaty-notification";
    private Role role = Role.REQUESTED;
    private boolean drill;
    private @Nullable String cursor;

    @BeforeEach
    void thread() {
        when(directory.find("XD-1")).thenReturn(Optional.empty());
        when(threads.effective(List.of(THREAD))).thenAnswer(_ -> List.copyOf(acts));
        when(table.enter(any(), any())).thenReturn(true);
        when(requests.list(any(), any(), any(), anyInt())).thenAnswer(it -> {
            boolean asked =
                    state.equals(it.getArgument(0, Requests.Filter.class).state());
            return new Requests.Page(asked ? List.of(row()) : List.of(), cursor);
        });
        when(access.ofThread(THREAD, AMSEL)).thenAnswer(_ -> Optional.of(row()));
        act("a1", "notify", Map.of("point", "contact-point", "told", "Night desk, +999 1"), Map.of());
    }

    @Test
    void an_officer_brings_what_was_acknowledged_before_a_second_one() {
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));

        assertThat(reading().enter(THREAD, AMSEL)).isTrue();

        var line = ArgumentCaptor.forClass(TreatyLine.class);
        verify(table).enter(line.capture(), any());
        assertThat(line.getValue())
                .isEqualTo(new TreatyLine(
                        "XD",
                        "XD",
                        false,
                        TreatyStep.NOTIFICATION,
                        LocalDate.of(2027, 3, 1),
                        "XD-2027-000004",
                        "Told by an act of this network, thread " + THREAD,
                        "41(2)",
                        "Night desk, +999 1"));
    }

    /** Of any number of them none is lost: those that are not acknowledged take no place, and each page leads on. */
    @Test
    void an_old_one_is_on_a_further_page_and_is_brought_in_from_whichever_page() {
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        cursor = "from-here";
        doReturn(new Requests.Page(List.of(), null)).when(requests).list(any(), any(), eq("second"), anyInt());

        assertThat(reading().all(null, AMSEL).next()).isEqualTo("from-here");
        assertThat(reading().all("second", AMSEL).all()).isEmpty();
        assertThat(reading().enter(THREAD, AMSEL)).isTrue();
        verify(requests, never()).list(argThat(it -> it.state() == null), any(), any(), anyInt());
    }

    /** By its address alone nobody brings in what the page does not show. */
    @Test
    void what_ended_is_a_drill_or_is_of_another_procedure_is_not_brought_in() {
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        state = "Withdrawn";
        refused();
        state = "Acknowledged";
        drill = true;
        refused();
        drill = false;
        law = "letter";
        refused();
        law = "treaty-notification";
        role = Role.REQUESTING;
        refused();
        role = Role.REQUESTED;
        assertThat(reading().enter(THREAD, AMSEL)).isTrue();
    }

    private void refused() {
        assertThatExceptionOfType(NotificationActRefused.class)
                .isThrownBy(() -> reading().enter(THREAD, AMSEL));
    }

    @Test
    void what_is_closed_to_an_officer_is_unknown_to_them() {
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        when(access.ofThread(THREAD, AMSEL)).thenReturn(Optional.empty());

        assertThatExceptionOfType(NotificationActRefused.class)
                .isThrownBy(() -> reading().enter(THREAD, AMSEL));
    }

    @Test
    void what_an_act_says_stands_to_its_end() {
        var told = "b".repeat(TreatyLine.LONGEST_WORDS);
        acts.clear();
        act("a1", "notify", Map.of("point", "contact-point", "told", told), Map.of());
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        reading().enter(THREAD, AMSEL);

        var line = ArgumentCaptor.forClass(TreatyLine.class);
        verify(table).enter(line.capture(), any());
        assertThat(line.getValue().words()).isEqualTo(told).hasSize(8_000);
    }

    @Test
    void nothing_stands_that_was_not_acknowledged_and_no_words_but_those_that_were() {
        assertThat(reading().all(null, AMSEL).all()).isEmpty();
        assertThatExceptionOfType(NotificationActRefused.class)
                .isThrownBy(() -> reading().enter(THREAD, AMSEL));

        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        act("a3", "correct", Map.of("told", "Day desk, +999 2"), Map.of());
        state = "Notified";
        assertThat(reading().all(null, AMSEL).all()).isEmpty();

        act("a4", "acknowledge", Map.of(), Map.of("told", "a3"));
        state = "Acknowledged";
        assertThat(reading().all(null, AMSEL).all())
                .singleElement()
                .satisfies(it -> assertThat(it.told()).isEqualTo("Day desk, +999 2"));
    }

    @Test
    void a_choice_is_a_declaration_and_a_point_that_nobody_knows_is_none() {
        acts.clear();
        act("a1", "notify", Map.of("point", "competence", "told", "Of its members."), Map.of());
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        reading().enter(THREAD, AMSEL);
        var line = ArgumentCaptor.forClass(TreatyLine.class);
        verify(table).enter(line.capture(), any());
        assertThat(line.getValue().step()).isEqualTo(TreatyStep.DECLARATION);

        acts.clear();
        act("a1", "notify", Map.of("point", "something", "told", "Else."), Map.of());
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        assertThat(reading().all(null, AMSEL).all()).isEmpty();
    }

    /** A withdrawal bears on the paragraph of what it takes back. */
    @Test
    void a_reservation_is_one_and_is_taken_back_where_it_was_made() {
        assertThat(entered("preservation-reservation")).satisfies(it -> {
            assertThat(it.step()).isEqualTo(TreatyStep.RESERVATION);
            assertThat(it.article()).isEqualTo("42(5)");
        });
        assertThat(entered("no-arbitration")).satisfies(it -> {
            assertThat(it.step()).isEqualTo(TreatyStep.RESERVATION);
            assertThat(it.article()).isEqualTo("63(3)");
        });
        assertThat(entered("arbitration-withdrawal")).satisfies(it -> {
            assertThat(it.step()).isEqualTo(TreatyStep.WITHDRAWAL);
            assertThat(it.article()).isEqualTo("63(3)");
        });
        assertThat(entered("contact-point").step()).isEqualTo(TreatyStep.NOTIFICATION);
        // Article 37(6)(a): what a State says of its basis is a declaration, which its own entry can say too.
        assertThat(entered("extradition-basis").step()).isEqualTo(TreatyStep.DECLARATION);
    }

    private TreatyLine entered(String point) {
        acts.clear();
        clearInvocations(table);
        act("a1", "notify", Map.of("point", point, "told", "As told."), Map.of());
        act("a2", "acknowledge", Map.of(), Map.of("told", "a1"));
        reading().enter(THREAD, AMSEL);
        var line = ArgumentCaptor.forClass(TreatyLine.class);
        verify(table).enter(line.capture(), any());
        return line.getValue();
    }

    /** The procedure asks for the points that the law data has, and for no others. */
    @Test
    void each_point_of_the_law_can_be_told_by_an_act() throws Exception {
        var file = new String(
                ReadingNotificationActsTest.class
                        .getResourceAsStream(
                                "/procedures/" + NotificationActWords.read().procedure() + "/1/procedure.yaml")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        var options = file.replaceAll("(?s).*?options: \\[(devices[^\\]]*)\\].*", "$1");

        assertThat(List.of(options.split(", ")))
                .containsExactlyElementsOf(
                        PracticeLaw.held().newest(Convention.UNCC).orElseThrow().ends().notices().stream()
                                .map(it -> it.key())
                                .toList());
    }

    private ReadingNotificationActs reading() {
        return new ReadingNotificationActs(requests, access, threads, directory, PracticeLaw.held(), table);
    }

    private RequestRow row() {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(THREAD);
        when(row.reference()).thenReturn("XD-2027-000004");
        when(row.counterpart()).thenReturn("XD-1");
        when(row.state()).thenReturn(state);
        when(row.ourRole()).thenReturn(role);
        when(row.law()).thenReturn(law);
        when(row.drill()).thenReturn(drill);
        return row;
    }

    private void act(String id, String type, Map<String, Object> body, Map<String, String> facts) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        when(envelope.thread()).thenReturn(THREAD);
        when(envelope.facts()).thenReturn(facts);
        var act = mock(Threads.KeptAct.class);
        when(act.id()).thenReturn(id);
        when(act.envelope()).thenReturn(envelope);
        when(act.effect()).thenReturn("effective");
        when(act.body()).thenReturn(body);
        when(act.registeredAt()).thenReturn(Instant.parse("2027-03-01T10:00:00Z"));
        acts.add(act);
    }
}
