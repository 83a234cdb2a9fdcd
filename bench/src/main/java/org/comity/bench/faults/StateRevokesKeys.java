package org.comity.bench.faults;

import java.util.Map;
import org.comity.bench.ApiProgram.NotTaken;

/**
 * Revokes the keys of a State and then approves an act to it; nothing goes to the revoked keys until a version endorsed by the recovery key is there.
 */
final class StateRevokesKeys implements Fault {

    private static final String KNOWN = "select count(*) from directory.revocation where participant = 'XB-1'";

    @Override
    public String name() {
        return "keys-revoked";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var ceremony = new ParticipantKeys(stage.home(), stage.asked.id());
        var waiting = work.write();
        stage.operator.revoke(ceremony.revoke());
        stage.patience.until(
                "the revocation is known", () -> stage.asking.database().count(KNOWN) > 0);
        try {
            stage.asking
                    .program("second-officer")
                    .wish("/drafts/" + waiting.draft() + "/approval", Map.of("method", "practice"));
            work.went(waiting);
            stage.pass(60);
        } catch (NotTaken refused) {
            Fault.unless(refused.status() < 500, "the node failed instead of refusing: " + refused.getMessage());
        }
        Fault.unless(!work.knows(stage.asked, waiting.address()), "an act went to revoked keys");

        stage.asked.stop();
        ceremony.newKeys();
        ParticipantKeys.practiceDraft(stage.asked.id(), stage.asked.id(), ceremony.home());
        var signed = ceremony.sign(stage.asked.laid().port(), ceremony.recovery());
        stage.asked.start();
        OperatorLists.taken(stage, stage.operator.admit(signed));
    }
}
