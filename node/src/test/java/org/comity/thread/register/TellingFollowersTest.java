package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** One savepoint for all followers of an act; one for each only after a fault. */
class TellingFollowersTest {

    private final List<String> told = new ArrayList<>();
    private final FollowerBacklogRows behind = mock();
    private final Savepoints savepoints = new Savepoints();

    @Test
    void followers_of_a_sound_act_cost_one_savepoint() {
        when(behind.followers("t")).thenReturn(Set.of("late"));

        telling(follower("list", false), follower("late", false), follower("search", false))
                .registered(event());

        assertThat(told).containsExactly("list", "search");
        assertThat(savepoints.set).isEqualTo(1);
        verify(behind, never()).add(any(), any(), anyLong(), any());
    }

    @Test
    void a_fault_costs_only_the_follower_that_has_it() {
        telling(follower("list", false), follower("broken", true), follower("search", false))
                .registered(event());

        assertThat(told).as("all that was done is undone first").containsExactly("list", "list", "search");
        assertThat(savepoints.undone).isEqualTo(2);
        verify(behind).add(eq("t"), eq("broken"), eq(3L), any());
    }

    private TellingFollowers telling(ActFollower... followers) {
        ObjectProvider<ActFollower> provider = mock();
        when(provider.orderedStream()).thenAnswer(it -> Stream.of(followers));
        Procedure casework = mock();
        when(casework.id()).thenReturn("p/1");
        when(casework.casework()).thenReturn(true);
        when(casework.jointTable()).thenReturn(Optional.empty());
        return new TellingFollowers(provider, behind, new ProcedureVersions(casework), savepoints, Clock.systemUTC());
    }

    private ActFollower follower(String name, boolean broken) {
        return new ActFollower() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void registered(ActRegistered event) {
                if (broken) throw new IllegalStateException("broken");
                told.add(name);
            }
        };
    }

    private static ActRegistered event() {
        ActRegistered event = mock(RETURNS_DEEP_STUBS);
        when(event.thread().procedure()).thenReturn("p/1");
        when(event.thread().id()).thenReturn("t");
        when(event.entry().entry().n()).thenReturn(3L);
        when(event.entry().entry().thread()).thenReturn("t");
        return event;
    }

    private static final class Savepoints implements PlatformTransactionManager {

        private int set;
        private int undone;

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            set++;
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {
            undone++;
        }
    }
}
