package org.comity.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comity.NodeApplication;
import org.comity.NodeProcess;
import org.comity.casework.Drafts;
import org.comity.identity.Approvals;
import org.comity.procedure.Draft;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A node in a process of its own that does what a line on its input says, and answers with a line. */
public final class AuthoringNode implements AutoCloseable {

    private static final String ANSWER = "ANSWER ";

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    AuthoringNode(Path config, Path log) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                NodeProcess.COMPILED_ONCE));
        command.addAll(NodeProcess.ROOM_FOR_CODE);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + NodeProcess.temporary(config),
                "-Dcomity.postgres=" + System.getProperty("comity.postgres", ""),
                "-cp",
                System.getProperty("java.class.path"),
                AuthoringNode.class.getName(),
                config.toString()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread.ofVirtual().start(() -> read(log));
        answer();
    }

    /** What is no answer goes into the log. */
    private void read(Path log) {
        try (var lines = process.inputReader(UTF_8);
                var to = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line.substring(ANSWER.length()));
                } else {
                    to.write(line);
                    to.newLine();
                    to.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String line) throws IOException, InterruptedException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        return answer();
    }

    private String answer() throws InterruptedException {
        return java.util.Objects.requireNonNull(
                answers.poll(2, TimeUnit.MINUTES), "the node does not answer; see its log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws IOException {
        java.security.Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
        var context = start(Path.of(arguments[0]));
        System.out.println(ANSWER + "ready");
        var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(ANSWER
                    + switch (line) {
                        case "request" -> request(context, "XA-1", "XB-1", null).act();
                        case "registers" -> registers(context);
                        default -> "?";
                    });
        }
    }

    static ConfigurableApplicationContext start(Path config) {
        return SpringApplication.run(
                NodeApplication.class,
                "--spring.config.additional-location=file:" + config,
                "--node.keys=" + config.resolveSibling("keys"),
                "--node.database.durable=false",
                "--node.exchange.warm-rounds=0");
    }

    /** Every register: thread, number, last hash, and whether it is disputed. */
    static String registers(ConfigurableApplicationContext context) {
        var threads = context.getBean(Threads.class);
        var all = new TreeMap<String, String>();
        for (var thread : threads.list(Threads.Filter.ALL, null, 200)) {
            var entries = threads.entries(thread.id(), 0);
            all.put(
                    thread.id(),
                    thread.lastEntry() + ":"
                            + (entries.isEmpty()
                                    ? ""
                                    : entries.getLast().entry().hash()) + ":" + thread.disputed() + ":"
                            + threads.foldsAgain(thread.id()));
        }
        return all.toString();
    }

    static Draft request(
            ConfigurableApplicationContext node, String us, String them, java.time.@Nullable Instant notBefore) {
        return send(node, us, them, null, "request", Role.REQUESTING, body(), notBefore);
    }

    static Draft send(
            ConfigurableApplicationContext node,
            String us,
            String them,
            @Nullable String thread,
            String type,
            Role role,
            Map<String, Object> body,
            java.time.@Nullable Instant notBefore) {
        var drafts = node.getBean(Drafts.class);
        var draft = drafts.start("preservation/1", type, role, them, thread, body, officer(us));
        var submitted = drafts.submit(draft.id(), draft.version(), officer(us));
        return submitted.status() != Draft.Status.SUBMITTED
                ? submitted
                : drafts.approve(submitted.id(), new Approvals.Proof.Practice(), notBefore, second(us));
    }

    static Official officer(String us) {
        return us.equals("XA-1")
                ? new Official("maren", "I. Maren", "XA-1/o-7f3a", Set.of(Duty.DUTY_OFFICER))
                : new Official("venn", "A. Venn", "XB-1/o-7f3a", Set.of(Duty.DUTY_OFFICER));
    }

    private static Official second(String us) {
        return us.equals("XA-1")
                ? new Official("tolva", "R. Tolva", "XA-1/o-11b2", Set.of(Duty.SECOND_OFFICER))
                : new Official("ossik", "K. Ossik", "XB-1/o-11b2", Set.of(Duty.SECOND_OFFICER));
    }

    private static Map<String, Object> body() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Contact point"),
                Map.entry("ourCase", "C-1"),
                Map.entry("offences", List.of("7")),
                Map.entry("offence", "Illegal access, s. 12 Penal Code"),
                Map.entry("facts", "An account was entered without right."),
                Map.entry("stage", "investigation"),
                Map.entry("dataClasses", List.of("traffic")),
                Map.entry("identifiers", List.of(Map.of("kind", "mail", "value", "x@example.net"))),
                Map.entry("link", "The account was used."),
                Map.entry("custodian", "Example mail"),
                Map.entry("necessity", "Logs are kept for a week."),
                Map.entry("intent", true),
                Map.entry("daysAsked", 60));
    }
}
