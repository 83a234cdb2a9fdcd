package org.comity.bench.tamper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.proof.verify.Verify;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@code verify} says of a path.
 *
 * @param code its exit code
 * @param failed each check that failed, or speaks of what was deleted, as subject, code and detail
 * @param open what was not checked
 */
record VerifierAnswer(int code, List<Failed> failed, List<String> open) {

    /** Exit codes of {@code verify}: docs/protocol, section 7. */
    private static final int WRONG_USE = 2;

    private static final int EXCEPT_DELETED = 3;
    private static final int FAULT = 5;

    record Failed(String subject, String code, String detail) {}

    static VerifierAnswer of(Path path, List<String> arguments) {
        var all = new ArrayList<>(List.of(path.toString(), "--json"));
        all.addAll(arguments);
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int code = Verify.run(
                all.toArray(String[]::new), new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));
        if (code == WRONG_USE) throw new IllegalStateException(errors.toString(UTF_8));
        if (code == FAULT)
            return new VerifierAnswer(code, List.of(new Failed("", "fault", errors.toString(UTF_8))), List.of());
        var open = new ArrayList<String>();
        var failed = new ArrayList<Failed>();
        for (JsonNode each : JsonMapper.shared().readTree(out.toByteArray()).get("checks")) {
            if (Set.of("failed", "deleted").contains(text(each, "outcome"))) {
                failed.add(new Failed(text(each, "subject"), text(each, "code"), text(each, "detail")));
            }
            if (text(each, "outcome").equals("not-checked")) open.add(text(each, "detail"));
        }
        return new VerifierAnswer(code, failed, open);
    }

    boolean holds() {
        return code == 0;
    }

    /** Refused, and by a check that failed. */
    boolean refuses() {
        return code == 1;
    }

    /** What was deleted is named, and nothing else is wrong. */
    boolean saysDeleted() {
        return code == EXCEPT_DELETED;
    }

    /** Whether a check of this code failed. */
    boolean names(String code) {
        return failed.stream().anyMatch(it -> it.code().equals(code));
    }

    private static String text(JsonNode check, String name) {
        return check.get(name).stringValue();
    }

    /** Whether one of the files is named: itself, the act or entry that it is, or the link from it to another. */
    boolean names(Set<String> touched) {
        return failed.stream().anyMatch(it -> touched.stream().anyMatch(file -> names(it, file)));
    }

    private static boolean names(Failed check, String file) {
        if (check.subject().equals(file) || check.detail().contains(file)) return true;
        if (file.matches("(data/thread/)?register/[0-9]{6}\\.json")) {
            long n = Long.parseLong(file.replaceAll(".*/|\\.json", ""));
            return check.subject().equals("entry " + n) || check.subject().equals("entry " + (n + 1));
        }
        if (file.endsWith("thread.json")) {
            return Set.of("entry-thread", "entry-signature", "act-thread").contains(check.code());
        }
        return file.contains("headers/")
                && check.subject().endsWith("headers")
                && check.code().equals("item-key");
    }
}
