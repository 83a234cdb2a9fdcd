package org.comity.bench.tamper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.proof.Verify;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code verify} says of a path.
 *
 * @param failed each failed check as subject, code and detail
 */
record Judgement(boolean holds, List<Failed> failed) {

    record Failed(String subject, String code, String detail) {}

    static Judgement of(Path path, List<String> arguments) {
        var all = new ArrayList<>(List.of(path.toString(), "--json"));
        all.addAll(arguments);
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int code = Verify.run(all.toArray(String[]::new), new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));
        if (code == 2) throw new IllegalStateException(errors.toString(UTF_8));
        var failed = new ArrayList<Failed>();
        for (JsonNode each : JsonMapper.shared().readTree(out.toByteArray()).get("checks")) {
            if (each.get("outcome").stringValue().equals("failed")) {
                failed.add(new Failed(text(each, "subject"), text(each, "code"), text(each, "detail")));
            }
        }
        return new Judgement(code == 0, failed);
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
        return file.contains("headers/") && check.subject().endsWith("headers") && check.code().equals("item-key");
    }
}
