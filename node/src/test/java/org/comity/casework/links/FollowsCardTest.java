package org.comity.casework.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.ui.Page;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** The card beside a request says nothing of one that follows it and is closed to the reader. */
class FollowsCardTest {

    private static final Official TOLVA = new Official("tolva", "E. Tolva", "XA-1/o-2", Set.of(Duty.LAWYER));

    private final AwaitedDecisions decisions = mock(AwaitedDecisions.class);
    private final Requests requests = mock(Requests.class);
    private Set<String> hidden = Set.of();
    private List<String> following = List.of();

    @Test
    void until_when_it_is_held_tells_nobody_of_a_request_that_they_do_not_know() {
        var row = row("held");
        var follower = row("follower");
        when(decisions.following("held")).thenReturn(List.of(follower));
        when(decisions.undecided("held")).thenReturn(List.of(follower));

        assertThat(view(row).held()).isEqualTo("open");
        hidden = Set.of("follower");
        assertThat(view(row).held()).as("as where none is known here").isEqualTo("elsewhere");
    }

    @Test
    void while_a_closed_request_waits_nothing_is_said_to_be_decided() {
        var row = row("held");
        var decided = row("decided");
        var closed = row("closed");
        when(decisions.following("held")).thenReturn(List.of(decided, closed));
        when(decisions.undecided("held")).thenReturn(List.of(closed));
        hidden = Set.of("closed");

        assertThat(view(row).held()).as("it is still held").isEqualTo("elsewhere");
        when(decisions.undecided("held")).thenReturn(List.of());
        assertThat(view(row).held()).isEqualTo("decided");
    }

    @Test
    void where_more_follow_than_are_shown_it_is_said() {
        var row = row("held");
        var all = IntStream.range(0, FollowsRows.MOST + 1)
                .mapToObj(it -> "f" + it)
                .toList();
        when(requests.ofThreads(any()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .sorted()
                        .map(FollowsCardTest::row)
                        .toList());

        following = all;
        assertThat(view(row).following()).extracting(RequestRow::thread).isEqualTo(all.subList(0, FollowsRows.MOST));
        assertThat(view(row).more()).isTrue();
        hidden = Set.of("f0");
        assertThat(view(row).following())
                .as("none takes a place that is closed to the reader")
                .hasSize(FollowsRows.MOST);
        assertThat(view(row).more()).as("nor tells that it is there").isFalse();
        hidden = Set.of();
        following = all.subList(0, FollowsRows.MOST);
        assertThat(view(row).following()).hasSize(FollowsRows.MOST);
        assertThat(view(row).more()).isFalse();
    }

    private FollowsView view(RequestRow row) {
        var templates = mock(TemplateEngine.class);
        var shown = new AtomicReference<FollowsView>();
        doAnswer(it -> {
                    shown.set((FollowsView) ((Map<?, ?>) it.getArgument(1)).get("view"));
                    return null;
                })
                .when(templates)
                .render(anyString(), any(Map.class), any());
        var rows = mock(FollowsRows.class);
        when(rows.followed(any())).thenReturn(Optional.empty());
        when(rows.following(any(), any(), anyInt()))
                .thenAnswer(it -> following.stream()
                        .filter(each -> !it.<Collection<String>>getArgument(1).contains(each))
                        .limit(it.<Integer>getArgument(2))
                        .toList());
        var threads = mock(Threads.class);
        when(threads.opening(any())).thenReturn(Optional.empty());
        var access = mock(CaseAccess.class);
        var holding = mock(HoldingFollowed.class);
        when(holding.held(row)).thenReturn(true);
        var card = new FollowsCard(
                templates,
                rows,
                decisions,
                requests,
                threads,
                mock(DraftingFollowUp.class),
                holding,
                mock(RedirectingRequest.class),
                access,
                new Closed(),
                Clock.systemUTC());
        card.beside(row, TOLVA).orElseThrow().on(mock(Page.class));
        return shown.get();
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.address()).thenReturn("XA-2026-000001");
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        return row;
    }

    private final class Closed implements Compartments {
        @Override
        public Set<String> hiddenFrom(String reader) {
            return hidden;
        }

        @Override
        public Predicate<String> readers(Collection<String> threads) {
            return reader -> threads.stream().noneMatch(hiddenFrom(reader)::contains);
        }

        @Override
        public int closed() {
            return hidden.size();
        }

        @Override
        public boolean hides(Draft draft, Official by) {
            return false;
        }

        @Override
        public void mustKnow(Draft draft, Official by) {}

        @Override
        public <T> List<T> written(
                java.util.Collection<T> all, java.util.function.Function<T, Draft> draft, String reader) {
            return List.copyOf(all);
        }
    }
}
