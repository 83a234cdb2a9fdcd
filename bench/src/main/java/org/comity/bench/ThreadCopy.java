package org.comity.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.verify.Verify;

/**
 * One node's copy of a thread, read from its export.
 *
 * @param sound the export holds by the independent check, against the practice authority
 */
public record ThreadCopy(String thread, List<Entry> entries, boolean sound) {

    private static final List<String> PRACTICE = List.of("XA-1", "XB-1", "XB-2", "XC-1");

    public static ThreadCopy read(byte[] zip, Path authority) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            var thread = "";
            var entries = new ArrayList<Entry>();
            for (var file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
                if (file.getName().equals("thread.json")) {
                    Map<String, Object> head = CanonicalJson.read(in.readAllBytes());
                    thread = (String) Objects.requireNonNull(head.get("thread"));
                } else if (file.getName().startsWith("register/")) {
                    entries.add(SignedEntry.read(in.readAllBytes()).entry());
                }
            }
            return new ThreadCopy(thread, List.copyOf(entries), entries.isEmpty() || holds(zip, authority));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each entry's hash speaks for act, container, time, effect and state. */
    public List<String> hashes() {
        return entries.stream().map(Entry::hash).toList();
    }

    private static boolean holds(byte[] zip, Path authority) throws IOException {
        var file = Files.createTempFile("comity-thread", ".zip");
        try {
            Files.write(file, zip);
            var said = new ByteArrayOutputStream();
            var arguments = new ArrayList<>(List.of(file.toString()));
            // The practice authority certifies all; which of them keeps the register, the opening act says.
            for (var each : PRACTICE) arguments.addAll(List.of("--anchor", each + "=" + authority));
            boolean holds = Verify.run(arguments.toArray(String[]::new), new PrintStream(said), System.err) == 0;
            if (!holds) System.out.print(said);
            return holds;
        } finally {
            Files.delete(file);
        }
    }
}
