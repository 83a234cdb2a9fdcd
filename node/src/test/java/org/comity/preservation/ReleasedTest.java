package org.comity.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.DomesticFile;
import org.comity.casework.KeptByProviders;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.KnownRequests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What is pointed out before preserved data are released, or end, names no request that is closed to some. */
@SuppressWarnings("unchecked")
class ReleasedTest {

    private final KnownRequests requests = mock(KnownRequests.class, RETURNS_DEEP_STUBS);
    private final AwaitedDecisions decisions = mock(AwaitedDecisions.class);
    private final RequestRow held = row("held");

    @Test
    void a_request_that_waits_is_named_unless_it_is_closed() {
        var open = row("open");
        var closed = row("closed");
        when(decisions.undecided("held")).thenReturn(List.of(open, closed));
        when(decisions.named(any())).thenReturn(List.of("open"));

        assertThat(pointed()).extracting(Pointed::message).containsExactly("preservation.warning.not-decided");
        assertThat(pointed().toString()).contains("open").doesNotContain("closed");
    }

    @Test
    void where_a_closed_one_alone_waits_it_is_said_that_the_decision_is_known_elsewhere() {
        var closed = row("closed");
        when(decisions.undecided("held")).thenReturn(List.of(closed));
        when(decisions.named(any())).thenReturn(List.of());

        assertThat(pointed()).extracting(Pointed::message).containsExactly("preservation.warning.decided-elsewhere");
        assertThat(pointed().toString()).doesNotContain("closed");
    }

    @Test
    void what_nobody_held_does_not_end_unseen_while_the_request_waits() {
        var open = row("open");
        when(decisions.undecided("held")).thenReturn(List.of(open));
        when(decisions.named(any())).thenReturn(List.of("open"));

        assertThat(pointed("expire")).extracting(Pointed::message).containsExactly("preservation.warning.not-held");
    }

    /** The same words whether there is none or one is closed, so that they give nothing away. */
    @Test
    void before_it_ends_it_is_said_that_a_request_may_have_come_by_another_channel() {
        when(decisions.undecided("held")).thenReturn(List.of());
        assertThat(pointed("expire"))
                .extracting(Pointed::message)
                .containsExactly("preservation.warning.came-elsewhere");

        var closed = row("closed");
        when(decisions.undecided("held")).thenReturn(List.of(closed));
        when(decisions.following("held")).thenReturn(List.of(closed));
        assertThat(pointed("expire"))
                .extracting(Pointed::message)
                .containsExactly("preservation.warning.came-elsewhere");
    }

    @Test
    void once_the_request_is_decided_it_ends_without_a_word() {
        var decided = row("decided");
        when(decisions.undecided("held")).thenReturn(List.of());
        when(decisions.following("held")).thenReturn(List.of(decided));
        when(decisions.named(List.of(decided))).thenReturn(List.of("decided"));

        assertThat(pointed("expire")).isEmpty();
    }

    private List<Pointed> pointed() {
        return pointed("release");
    }

    private List<Pointed> pointed(String type) {
        var law = mock(ProcedureLaw.class);
        when(law.duty("hold")).thenReturn(Optional.empty());
        when(requests.law(held)).thenReturn(law);
        return new Preservation(
                        requests,
                        mock(DomesticFile.class),
                        provider(decisions),
                        provider(mock(Procedures.class)),
                        mock(KeptByProviders.class))
                .pointed(held, type, Map.of());
    }

    private static <T> ObjectProvider<T> provider(T of) {
        var provider = (ObjectProvider<T>) mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(of);
        return provider;
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.reference()).thenReturn(thread);
        return row;
    }
}
