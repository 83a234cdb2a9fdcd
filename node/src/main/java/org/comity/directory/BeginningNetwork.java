package org.comity.directory;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.sealing.KeyCeremony;
import org.comity.vocabulary.ParticipantKind;

/**
 * Begins a network from nothing: the key that signs its lists, its root, the Secretariat's node with keys and configuration,
 * and the first list. Each step is taken once; nothing that exists is overwritten.
 */
public final class BeginningNetwork {

    /** Whose folder holds the key that signs lists; it is no participant and seals nothing. */
    static final String COLLATING = "OP-1";

    private final Path home;
    private final Path lists;
    private final Clock clock;

    /** @param home of the Secretariat's node */
    public BeginningNetwork(Path home, Clock clock) {
        this.home = home.toAbsolutePath();
        this.lists = this.home.resolve("operator");
        this.clock = clock;
    }

    /**
     * @param name of the network, as every participant will read it
     * @param practice made-up States only, and everybody is admitted at once
     * @param participant of the Secretariat, e.g. {@code XS-1}
     * @param hosts under which its node is reached by others
     * @param address where the directory is read, which is where its pages are
     */
    public record Plan(
            String name, boolean practice, String participant, List<String> hosts, int port, int as4Port, URI address) {

        public Plan {
            hosts = List.copyOf(hosts);
            if (name.isBlank() || name.length() > Network.LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "--name is what every participant reads: 1 to %d characters".formatted(Network.LONGEST_NAME));
            }
        }
    }

    /**
     * The ceremony. The root names the key that signs lists for as long as the network lives, so a copy of it goes to the
     * recovery medium.
     *
     * @param recovery on a medium that is taken offline at once
     * @return the root; its hash is read out to everybody who takes part
     */
    public Network begin(Plan plan, Path recovery) {
        if (Files.exists(lists) || Files.exists(home.resolve("keys"))) {
            throw new IllegalStateException(
                    "a network or a node was begun in %s already; nothing was changed. Name another --home"
                            .formatted(home));
        }
        try {
            var keys = lists.resolve("keys");
            var kept = recovery.resolve("operator");
            new KeyCeremony(clock).prepare(new KeyCeremony.Plan(COLLATING, plan.hosts(), keys, kept));
            for (var file : List.of("entry.p12", "password")) {
                Files.copy(keys.resolve(file), kept.resolve("lists-" + file));
            }
            var signer = new CeremonyKeys(keys).certificate("entry").getPublicKey();
            var root = Network.of(plan.name(), signer, plan.practice(), now());
            write(lists.resolve("root.json"), root.json());
            new Onboarding(home, clock)
                    .begin(
                            new Onboarding.Plan(
                                    plan.participant(),
                                    plan.hosts(),
                                    plan.port(),
                                    plan.as4Port(),
                                    lists.resolve("root.json"),
                                    plan.address()),
                            recovery.resolve("node"));
            carrySecretariat(plan);
            return root;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What differs from any other node: its rooms, and the kind that its entry says. */
    private void carrySecretariat(Plan plan) throws IOException {
        var settings = home.resolve("node.yaml");
        write(
                settings,
                (Files.readString(settings) + """
                # The Secretariat's rooms: this node collates the directory and signs its lists.
                node.secretariat.enabled: true
                operator:
                  home: '%s'
                  practice: %b
                """.formatted(lists.toString().replace("'", "''"), plan.practice()))
                        .getBytes(StandardCharsets.UTF_8));
        var draft = home.resolve("entry-draft.json");
        var id = "\"id\": \"" + plan.participant() + "\",";
        var kind = id + "\n  \"kind\": \"" + ParticipantKind.SECRETARIAT.word() + "\",";
        write(draft, Files.readString(draft).replace(id, kind).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The first list, which names the Secretariat alone: its entry was signed before ({@code comity onboard sign}). States are
     * admitted by two of its officers once the node runs.
     */
    public DirectoryList.Signed open() {
        try {
            if (Files.exists(lists.resolve("list.json"))) {
                throw new IllegalStateException("the first list is signed already; nothing was changed");
            }
            var root = Network.read(Files.readAllBytes(lists.resolve("root.json")));
            var ours = home.resolve("directory/entry.json");
            if (!Files.exists(ours)) {
                throw new IllegalStateException("the Secretariat's entry is not signed yet. Run: comity onboard sign");
            }
            var entry = SignedParticipantEntry.read(Files.readAllBytes(ours));
            if (entry.entry().kind() != ParticipantKind.SECRETARIAT || !entry.signedByItself()) {
                throw new IllegalStateException(
                        "%s does not say that it is the Secretariat: entry-draft.json needs \"kind\": \"secretariat\"; then run: comity onboard sign --draft"
                                .formatted(entry.entry().id()));
            }
            var now = now();
            var list = new DirectoryList(
                    root.id(),
                    1,
                    DirectoryList.NOTHING_BEFORE,
                    now,
                    now.plus(DirectoryList.VALIDITY),
                    List.of(DirectoryList.Line.of(entry)));
            var signed = list.sign(new CeremonyKeys(lists.resolve("keys")).key("entry"));
            write(lists.resolve("admitted/" + entry.entry().id() + ".json"), entry.json());
            write(home.resolve("directory/list.json"), signed.json());
            write(lists.resolve("list.json"), signed.json());
            return signed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
