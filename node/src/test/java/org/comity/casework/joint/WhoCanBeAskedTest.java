package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.table.JointState;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.JointThreads;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.junit.jupiter.api.Test;

/** Whose node does not carry a procedure out, by its entry, is not offered, and named instead. */
class WhoCanBeAskedTest {

    private static final String PROCEDURE = "gathering/1";

    private final Directory directory = mock(Directory.class);
    private final JointProcedure procedure = mock(JointProcedure.class);
    private final JointDocument document = mock(JointDocument.class);
    private final MembershipFields fields = new MembershipFields(
            mock(JointThreads.class), document, directory, mock(AdoptedAuthorities.class), mock(Words.class));

    @Test
    void whose_node_does_not_list_the_procedure_is_named_and_not_offered() {
        var self = participant("XA-1", PROCEDURE);
        var all = List.of(self, participant("XB-1", PROCEDURE), participant("XC-1", "preservation/1"));
        when(directory.self()).thenReturn(self);
        when(directory.all()).thenReturn(all);
        when(directory.standing(any())).thenReturn(Directory.Validity.VALID);
        when(procedure.id()).thenReturn(PROCEDURE);
        when(procedure.admits(any(), any())).thenReturn(true);

        var askable = fields.askable(null, procedure, "propose");
        assertThat(MembershipFields.states(askable, procedure, Language.ENGLISH))
                .extracting(Choice::value)
                .containsExactly("XB-1");
        assertThat(MembershipFields.lacking(askable, procedure, Language.ENGLISH))
                .isEqualTo("State of XC-1");
    }

    /** An invitation is taken back as a party is taken out; the register goes to a party only. */
    @Test
    void who_is_only_asked_can_be_removed_and_is_not_offered_the_register() {
        var self = participant("XA-1", PROCEDURE);
        var party = new JointState.Party("member", 2, null, false);
        var state = mock(JointState.class);
        when(state.parties()).thenReturn(Map.of("XB-1", party));
        when(state.invited())
                .thenReturn(Map.of("XD-1", new JointState.Invited("a", List.of(), "member", "all", "XA-1")));
        var joint = mock(JointThreads.Joint.class);
        when(joint.state()).thenReturn(state);
        when(directory.self()).thenReturn(self);
        when(document.name(any(), any())).thenReturn("a State");

        assertThat(asked(joint, "remove")).containsExactly("XB-1", "XD-1");
        assertThat(asked(joint, "hand-over")).containsExactly("XB-1");
    }

    private List<String> asked(JointThreads.Joint joint, String type) {
        return fields.fields(joint, procedure, type, List.of(), Language.ENGLISH).getFirst().options().stream()
                .map(Choice::value)
                .toList();
    }

    private static Participant participant(String id, String procedures) {
        var node = mock(Participant.NodeAddress.class);
        when(node.procedures()).thenReturn(List.of(procedures));
        var it = mock(Participant.class);
        when(it.id()).thenReturn(id);
        when(it.hasNode()).thenReturn(true);
        when(it.node()).thenReturn(node);
        when(it.name(any())).thenReturn("State of " + id);
        return it;
    }
}
