package org.comity.bench.faults;

import static org.comity.bench.faults.ParticipantKeys.practiceDraft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.comity.bench.SubmittingRequests;
import org.comity.directory.PracticeNetwork.Laid;

/** A second authority of the asked State opens a request whose reference the first has given too; both are registered, and nobody has to do anything. */
final class SameReference implements Fault {

    private static final String SECOND = "XB-2";

    @Override
    public String name() {
        return "same-reference";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var second = join(stage);
        try {
            var first = work.written(stage.asked, "/drafts", SubmittingRequests.request(stage.asking.id(), 1));
            work.approve(first);
            stage.patience.until("the request of the first authority is registered", work::settled);
            var other = work.written(second, "/drafts", SubmittingRequests.request(stage.asking.id(), 1));
            Fault.unless(
                    first.reference().equals(other.reference()),
                    "the references differ: %s, %s".formatted(first.reference(), other.reference()));
            second.program("second-officer")
                    .wish("/drafts/" + other.draft() + "/approval", Map.of("method", "practice"));
            stage.patience.until(
                    "the same reference of the second authority is registered",
                    () -> work.copy(second, other.address()).entries().size() == 1);
            var here = work.copy(stage.asking, other.address());
            Fault.unless(
                    here.sound()
                            && here.hashes()
                                    .equals(work.copy(second, other.address()).hashes()),
                    "both nodes do not hold the same register of it");
        } finally {
            second.stop();
        }
    }

    private static BreakableNode join(FaultNetwork stage) throws Exception {
        var home = Files.createDirectories(stage.home().resolve("xb-2"));
        int port = stage.asked.laid().port() + 1;
        new ParticipantKeys(stage.home(), SECOND).keys("XB-2");
        Files.createDirectories(home.resolve("directory/entries"));
        for (var file : new String[] {"root.json", "list.json", "entries/XA-1.json", "entries/XB-1.json"}) {
            Files.copy(
                    stage.asking.home().resolve("directory").resolve(file),
                    home.resolve("directory").resolve(file));
        }
        practiceDraft("XB-1", SECOND, home);
        var signed = new ParticipantKeys(stage.home(), SECOND).sign(port, null);
        Files.copy(home.resolve("directory/entry.json"), home.resolve("directory/entries/XB-2.json"));
        OperatorLists.taken(stage, stage.operator.admit(signed));
        var second = new BreakableNode(new Laid.Node(SECOND, port, config(stage, home, port)));
        second.process().awaitReady();
        return second;
    }

    private static Path config(FaultNetwork stage, Path home, int port) throws IOException {
        var like = Files.readString(stage.asked.laid().config());
        int first = stage.asked.laid().port();
        var config = like.replace("id: XB-1\n", "id: XB-2\n")
                .replace("/xb-1'", "/xb-2'")
                .replace("/xb-1\n", "/xb-2\n")
                .replace("as4.port: " + (first + 1500), "as4.port: " + (port + 1000))
                .replace("port: " + (first + 2000), "port: " + (port + 2000))
                .replace("origin: http://localhost:" + first, "origin: http://localhost:" + port)
                .replace("  port: %d\n".formatted(first), "  port: %d\n".formatted(port))
                .replace("  practice: true\n", """
                  practice: true
                  practice-persons:
                    - { id: vesna, name: A. Vesna, duties: [DUTY_OFFICER] }
                    - { id: orlo, name: K. Orlo, duties: [SECOND_OFFICER, DUTY_OFFICER] }
                """);
        return Files.writeString(home.resolve("node.yaml"), config);
    }
}
