package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.comity.casework.BeforeSending;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.thread.Procedure;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A new request leaves only between kinds of participant for which its procedure is, whoever wrote it. */
class CheckingParticipantKindsTest {

    private final Procedures procedures = mock(Procedures.class);
    private final Directory directory = mock(Directory.class);
    private final Procedure table = mock(Procedure.class);
    private final BeforeSending matter = mock(BeforeSending.class);
    private final CheckingParticipantKinds asking = new CheckingParticipantKinds(procedures, directory, matters());

    @BeforeEach
    void a_procedure_for_authorities_of_states() {
        var known = mock(KnownProcedure.class);
        when(known.table()).thenReturn(table);
        when(known.opener()).thenReturn(Role.REQUESTING);
        when(procedures.of("inquiry/1")).thenReturn(known);
        for (var kind : ParticipantKind.values()) {
            for (var role : Role.values()) when(table.admits(role, kind)).thenReturn(kind.authority());
        }
    }

    @Test
    void between_authorities_of_states_it_leaves() {
        weAre(ParticipantKind.CENTRAL_AUTHORITY);

        assertThatCode(() -> asking.check(opening(ParticipantKind.COURT))).doesNotThrowAnyException();
    }

    @Test
    void to_the_secretariat_or_from_it_none_does() {
        weAre(ParticipantKind.CONTACT_POINT);
        refused(opening(ParticipantKind.SECRETARIAT));

        weAre(ParticipantKind.SECRETARIAT);
        refused(opening(ParticipantKind.CONTACT_POINT));
    }

    @Test
    void what_would_be_refused_when_it_is_submitted_is_not_offered() {
        weAre(ParticipantKind.CENTRAL_AUTHORITY);
        var known = procedures.of("inquiry/1");
        when(known.law()).thenReturn("inquiry");

        when(matter.begins("inquiry")).thenReturn(true);
        assertThat(asking.offers(known)).isTrue();
        when(matter.begins("inquiry")).thenReturn(false);
        assertThat(asking.offers(known)).isFalse();
    }

    private ObjectProvider<BeforeSending> matters() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("matter", matter);
        return beans.getBeanProvider(BeforeSending.class);
    }

    private void refused(Draft draft) {
        assertThatExceptionOfType(ComposeRefused.class)
                .isThrownBy(() -> asking.check(draft))
                .satisfies(it -> assertThat(it.code()).isEqualTo("compose.wrong-kind"));
    }

    private void weAre(ParticipantKind kind) {
        var self = participant(kind);
        when(directory.self()).thenReturn(self);
    }

    private Draft opening(ParticipantKind other) {
        var counterpart = participant(other);
        when(directory.get("XB-1")).thenReturn(counterpart);
        var draft = mock(Draft.class);
        when(draft.opens()).thenReturn(true);
        when(draft.procedure()).thenReturn("inquiry/1");
        when(draft.counterpart()).thenReturn("XB-1");
        return draft;
    }

    private static Participant participant(ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.kind()).thenReturn(kind);
        return participant;
    }
}
