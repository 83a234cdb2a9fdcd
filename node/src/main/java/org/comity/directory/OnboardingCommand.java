package org.comity.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.form.CommandLine;
import org.comity.vocabulary.CommandFailure;
import org.jspecify.annotations.Nullable;

/** {@code comity onboard begin|sign|submit|revoke --home FOLDER …}: the key ceremony and onboarding as one command. */
public final class OnboardingCommand {

    public static final String HELP = """
            comity onboard begin  --home FOLDER --participant XA-1 --root root.json --recovery FOLDER
                                  [--hosts node.example,…] [--port 8440] [--as4-port 9440] [--operator URL]
            comity onboard sign   --home FOLDER --as4 https://node.example:9440/as4
                                  [--evidence https://node.example:10440/evidence] [--endorser KEY-FOLDER]
                                  [--version N] [--operator URL] [--draft]
            comity onboard submit --home FOLDER --operator URL
            comity onboard revoke --home FOLDER --recovery FOLDER --since 2026-11-24T00:00:00Z
                                  [--version N] [--operator URL]
            """;

    private static final Set<String> STEPS = Set.of("begin", "sign", "submit", "revoke");

    private static final String DRAFT = "draft";

    private static final Set<String> OPTIONS = Set.of(
            "home",
            "participant",
            "root",
            "recovery",
            "hosts",
            "port",
            "as4-port",
            "operator",
            "as4",
            "evidence",
            "endorser",
            "version",
            "since");

    private OnboardingCommand() {}

    /** @return the process's exit code */
    public static int run(String[] arguments, PrintStream out) {
        try {
            return step(arguments, out);
        } catch (CommandLine.WrongUse e) {
            out.printf("Not done: %s.%n%s", e.getMessage(), HELP);
            return 2;
        } catch (Malformed e) {
            out.println("Refused: a file is not as it must be (%s)".formatted(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            out.println(CommandFailure.told(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static int step(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        var options = CommandLine.read(List.of(arguments), 1, OPTIONS, Set.of(DRAFT));
        var step = options.words().isEmpty() ? "" : options.words().getFirst();
        if (!STEPS.contains(step)) {
            out.print(HELP);
            return 2;
        }
        var onboarding = new Onboarding(Path.of(options.needed("home")), Clock.systemUTC());
        switch (step) {
            case "begin" -> begin(onboarding, options, out);
            case "sign" -> {
                var endorser = options.get("endorser");
                var evidence = options.get("evidence");
                var signed = onboarding.sign(
                        URI.create(options.needed("as4")),
                        evidence == null ? null : URI.create(evidence),
                        endorser == null ? null : Path.of(endorser),
                        version(options),
                        operator(options),
                        options.has(DRAFT));
                out.printf(
                        "Version %d of %s is signed.%n",
                        signed.entry().version(), signed.entry().id());
                if (signed.entry().version() > 1) {
                    out.println(
                            options.has(DRAFT)
                                    ? "All that it says is from entry-draft.json, whatever was approved on the page before."
                                    : "It says what the version before says; new are addresses, certificates and keys. --draft takes entry-draft.json instead.");
                }
                out.println("Its fingerprint, to be read out to peers: "
                        + signed.entry().hash());
            }
            case "submit" -> submit(onboarding, URI.create(options.needed("operator")), out);
            case "revoke" -> {
                var revocation = onboarding.revoke(
                        Path.of(options.needed("recovery")),
                        since(options.needed("since")),
                        version(options),
                        operator(options));
                out.printf("Revoked: version %d of %s and all before.%n", revocation.version(), revocation.id());
                out.println("If peers or the operator have a later version of you, run it again with --version.");
                out.println("Hand directory/revocation.json to the operator and to every peer.");
            }
            default -> throw new IllegalStateException(step);
        }
        return 0;
    }

    private static void submit(Onboarding onboarding, URI operator, PrintStream out)
            throws IOException, InterruptedException {
        try {
            out.println(onboarding.submit(operator));
        } catch (EntryRefused e) {
            out.println("The operator did not take the entry.");
            throw e;
        }
    }

    private static void begin(Onboarding onboarding, CommandLine options, PrintStream out) {
        var operator = options.get("operator");
        var plan = new Onboarding.Plan(
                options.needed("participant"),
                List.of(options.get("hosts", "localhost").split(",")),
                options.number("port", 8440, 1, 65535),
                options.number("as4-port", 9440, 1, 65535),
                Path.of(options.needed("root")),
                operator == null ? null : URI.create(operator));
        onboarding.begin(plan, Path.of(options.needed("recovery")));
        out.println("Keys, configuration (node.yaml) and a draft of the entry (entry-draft.json) are made.");
        out.println("Take the recovery folder offline now. Have the requests in keys/*.csr certified.");
        out.println("Then fill in entry-draft.json, and run: comity onboard sign");
    }

    private static @Nullable Long version(CommandLine options) {
        var version = options.get("version");
        if (version == null) {
            return null;
        }
        if (!version.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("--version is a number from 1 on");
        }
        return Long.valueOf(version);
    }

    private static Instant since(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(Onboarding.SINCE);
        }
    }

    private static @Nullable URI operator(CommandLine options) {
        var operator = options.get("operator");
        return operator == null ? null : URI.create(operator);
    }
}
