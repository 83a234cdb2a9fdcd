package org.comity.bench.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.bench.ApiProgram.NotTaken;
import org.comity.bench.faults.Fault.Unhealed;
import org.comity.evidence.EvidenceCommand;

/** A file that the custodian of the asked State has added to a request for assistance, and what its node makes of it. */
record Exhibit(FaultNetwork stage, OfficersDuringFault work, String reference, String id) {

    private static final Set<String> WHOLE = Set.of("sealed", "matched");

    static Exhibit add(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var written = work.writtenNow(stage.asking, "/drafts", assistance(stage.asked.id()));
        work.approve(written, "lawyer");
        stage.patience.until(
                "the request for assistance arrives",
                () -> !work.acts(stage.asked, written.address()).isEmpty());
        var file = Files.writeString(
                stage.home().resolve("traffic.csv"), "192.0.2.7;2026-11-01T10:00:00Z\n".repeat(5_000));
        var token = Files.writeString(
                stage.home().resolve("token"), stage.asked.program("custodian").token());
        var said = new ByteArrayOutputStream();
        int code = EvidenceCommand.run(
                List.of(
                        "add",
                        file.toString(),
                        "--node",
                        "http://localhost:" + stage.asked.laid().port(),
                        "--request",
                        written.reference(),
                        "--token-file",
                        token.toString()),
                new PrintStream(said));
        if (code != 0) throw new IOException("the file was not added: " + said);
        var items = (List<?>) Objects.requireNonNull(stage.asked
                .program("custodian")
                .look("/evidence?request=" + written.reference())
                .get("items"));
        var exhibit = new Exhibit(
                stage,
                work,
                written.reference(),
                Objects.requireNonNull(((Map<?, ?>) items.getFirst()).get("id")).toString());
        stage.patience.until("the item is matched", () -> exhibit.state().equals("matched"));
        return exhibit;
    }

    String state() throws IOException, InterruptedException {
        return Objects.requireNonNull(
                        stage.asked.program("custodian").look("/evidence/" + id).get("state"))
                .toString();
    }

    /** Somebody wants to read it, and to deliver it; the one finds the damage, the other must not go. */
    void damageIsSeen() throws Exception {
        read();
        stage.patience.until("the damage is seen; the item still is " + state(), () -> {
            read();
            return !WHOLE.contains(state());
        });
        Fault.unless(!deliverable(), "a damaged item could be named in a delivery");
    }

    /** What was put back is found whole by the next look at it. */
    void isWholeAgain() throws Unhealed, InterruptedException {
        stage.patience.until("what was put back is found whole", () -> {
            stage.asked.browser("custodian").fill("/evidence/" + id, "/evidence/" + id + "/match", Map.of());
            return WHOLE.contains(state());
        });
    }

    private void read() throws InterruptedException {
        try {
            stage.asked.program("custodian").bytes("/evidence/" + id + "/file");
        } catch (IOException cannotBeRead) {
            // that is what it is for
        }
    }

    private boolean deliverable() throws IOException, InterruptedException {
        try {
            work.writtenNow(
                    stage.asked,
                    "/requests/" + reference + "/drafts",
                    Map.of(
                            "type", "deliver",
                            "body",
                                    Map.of(
                                            "items",
                                            List.of(id),
                                            "executedBy",
                                            "Cyber Unit, Tolva",
                                            "record",
                                            "Disclosed by the provider.",
                                            "certificate",
                                            "none"),
                            "facts", Map.of("part", "whole")));
            return true;
        } catch (NotTaken refused) {
            return false;
        }
    }

    Path folder() {
        return stage.asked
                .home()
                .resolve("evidence/kept")
                .resolve(id.substring(0, 2))
                .resolve(id);
    }

    private static Map<String, Object> assistance(String counterpart) {
        return Map.of(
                "procedure",
                "assistance/1",
                "counterpart",
                counterpart,
                "body",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Central authority of Aldoria"),
                        Map.entry("stage", "investigation"),
                        Map.entry("proceeding", "Investigation of forged notices"),
                        Map.entry("conductedBy", "Cyber Unit, Velin"),
                        Map.entry("facts", "Forged notices were sent."),
                        Map.entry("measures", List.of("disclose")),
                        Map.entry("assistance", "Disclose the log of access."),
                        Map.entry("purpose", "Proof in the investigation 4711."),
                        Map.entry("scope", "evidence-of-offence"),
                        Map.entry("offences", List.of("13")),
                        Map.entry("offence", "Fraud, s. 12"),
                        Map.entry("penaltyMonths", 60),
                        Map.entry("dataClasses", List.of("traffic")),
                        Map.entry("identifiers", List.of(Map.of("kind", "mail", "value", "pay-notice@mail.example")))));
    }
}
