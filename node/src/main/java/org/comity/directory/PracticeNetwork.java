package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.proof.seal.Anchor;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.PracticeAuthority;

/**
 * A whole practice network in one folder: an authority for certificates, who collates the directory (an operator alone, or
 * the Secretariat's node), two or more nodes with keys, configuration and entries, and a State without a node. Made once;
 * laying it again only adds States.
 */
public final class PracticeNetwork {

    public static final int OPERATOR_PORT = 8440;

    /** Where a network lies in its home, and the first line of the operator's configuration there. */
    public static final List<String> FOLDERS =
            List.of("authority", "recovery", "operator", "xs-1", "xa-1", "xb-1", "xc-1");

    public static final String FIRST_LINE =
            "# The directory operator of the practice network: admits everybody, sees no case.";

    public static final String SECRETARIAT = "XS-1";

    private static final List<String> NODES = List.of("XA-1", "XB-1", "XC-1");
    private static final List<String> WITHOUT_NODE = List.of("XD-1");
    private static final List<String> MORE_WITHOUT_NODE = List.of("XD-1", "XE-1", "XF-1");

    private final Path home;
    private final int operatorPort;
    private final List<String> withoutNode;
    private final boolean secretariat;
    private final Clock clock;
    private final KeyCeremony ceremony;
    private final PracticeAuthority authority;

    private PracticeNetwork(Path home, int operatorPort, List<String> withoutNode, boolean secretariat, Clock clock) {
        this.home = home;
        // Lists of an operator that ran alone are in its database: a network that has one keeps it.
        this.secretariat = secretariat && !Files.exists(home.resolve("operator/operator.yaml"));
        this.operatorPort = operatorPort;
        this.withoutNode = withoutNode;
        this.clock = clock;
        this.ceremony = new KeyCeremony(clock);
        this.authority = ceremony.practiceAuthority(home.resolve("authority"));
    }

    /** @param states with a node, 2 or 3 */
    public static Laid lay(Path home, int states) {
        return lay(home, states, OPERATOR_PORT, WITHOUT_NODE, false, Clock.systemUTC());
    }

    /** @param operatorPort the nodes' pages follow it; their AS4 doors lie 1000 above these, their doors for evidence 2000. Entries keep the first. */
    public static Laid lay(Path home, int states, int operatorPort) {
        return lay(home, states, operatorPort, WITHOUT_NODE, false, Clock.systemUTC());
    }

    /**
     * With the Secretariat's node in the place of an operator alone, at its port.
     *
     * @param paper with three States that are reached by paper, not with one
     */
    public static Laid layWithSecretariat(Path home, int states, int firstPort, boolean paper, Clock clock) {
        return lay(home, states, firstPort, paper ? MORE_WITHOUT_NODE : WITHOUT_NODE, true, clock);
    }

    private static Laid lay(
            Path home, int states, int operatorPort, List<String> withoutNode, boolean secretariat, Clock clock) {
        if (states < 2 || states > NODES.size()) {
            throw new IllegalArgumentException("a practice network has 2 or 3 States with a node");
        }
        try {
            return new PracticeNetwork(home.toAbsolutePath(), operatorPort, withoutNode, secretariat, clock)
                    .lay(NODES.subList(0, states));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where who collates the directory and each State's node have their configuration, in the order of starting.
     *
     * @param operator that of an operator alone, or of the Secretariat's node
     */
    public record Laid(Path operator, boolean secretariat, List<Node> nodes) {

        /** @param config the node's configuration file */
        public record Node(String id, int port, Path config) {}

        /** What {@code comity verify --anchor} takes of the keys of these nodes, as their entries name them. */
        public List<String> anchors() {
            return nodes.stream().flatMap(Laid::anchors).toList();
        }

        private static Stream<String> anchors(Node node) {
            try {
                var entry = Files.readAllBytes(node.config().resolveSibling("directory/entry.json"));
                var address = Objects.requireNonNull(
                        SignedParticipantEntry.read(entry).entry().node(), "a practice node has an address");
                return Stream.of(
                        node.id() + "/seal=" + Anchor.fingerprint(address.seal()),
                        node.id() + "/register=" + Anchor.fingerprint(address.register()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Laid lay(List<String> states) throws IOException {
        var ids = secretariat
                ? Stream.concat(states.stream(), Stream.of(SECRETARIAT)).toList()
                : states;
        var operator = home.resolve("operator");
        makeKeys("OP-1", operator.resolve("keys"));
        var root = root(operator);
        var entries = new ArrayList<SignedParticipantEntry>();
        for (var id : ids) {
            makeKeys(id, folder(id).resolve("keys"));
            entries.add(entry(id, root));
        }
        var list = list(operator, root, entries);
        for (var id : ids) {
            handOver(id, root, entries, list);
        }
        for (var each : entries) {
            write(operator.resolve("admitted").resolve(each.entry().id() + ".json"), each.json());
        }
        return new Laid(secretariat ? secretariatConfig() : operatorConfig(operator), secretariat, nodes(states));
    }

    private List<Laid.Node> nodes(List<String> ids) throws IOException {
        var nodes = new ArrayList<Laid.Node>();
        for (var id : ids) {
            nodes.add(new Laid.Node(id, pages(id), nodeConfig(id)));
        }
        return nodes;
    }

    private void makeKeys(String id, Path keys) {
        if (!Files.exists(keys.resolve("recovery.pem"))) {
            ceremony.practise(
                    new KeyCeremony.Plan(
                            id, List.of(), keys, home.resolve("recovery").resolve(id)),
                    authority);
        }
    }

    private Network root(Path operator) throws IOException {
        var file = operator.resolve("root.json");
        if (Files.exists(file)) {
            return Network.read(Files.readAllBytes(file));
        }
        var key =
                new CeremonyKeys(operator.resolve("keys")).certificate("entry").getPublicKey();
        var root = Network.of("Practice network", key, true, now());
        write(file, root.json());
        return root;
    }

    private SignedParticipantEntry entry(String id, Network root) throws IOException {
        var file = folder(id).resolve("directory/entry.json");
        if (Files.exists(file)) {
            return SignedParticipantEntry.read(Files.readAllBytes(file));
        }
        var keys = new CeremonyKeys(folder(id).resolve("keys"));
        var as4 = URI.create("https://127.0.0.1:%d/as4".formatted(pages(id) + PracticeSettings.AS4_ABOVE));
        var evidence =
                URI.create("https://127.0.0.1:%d/evidence".formatted(pages(id) + PracticeSettings.EVIDENCE_ABOVE));
        var address = keys.address(
                as4,
                evidence,
                KeyCeremony.ageRecipient(keys.folder()),
                Onboarding.accepted(draft(id).kind()));
        var entry = draft(id).complete(root.id(), null, address, keys.signingKeys(), now());
        var signed = SignedParticipantEntry.sign(entry, keys.key("entry"));
        write(file, signed.json());
        return signed;
    }

    /** The first list is handed over with the keys, so that a node knows its network before the operator answers. */
    private DirectoryList.Signed list(Path operator, Network root, List<SignedParticipantEntry> entries)
            throws IOException {
        var file = operator.resolve("list.json");
        if (Files.exists(file)) {
            return DirectoryList.Signed.read(Files.readAllBytes(file));
        }
        var lines = entries.stream().map(DirectoryList.Line::of).toList();
        var now = now();
        var list = new DirectoryList(
                root.id(), 1, DirectoryList.NOTHING_BEFORE, now, now.plus(DirectoryList.VALIDITY), lines);
        var signed = list.sign(new CeremonyKeys(operator.resolve("keys")).key("entry"));
        write(file, signed.json());
        return signed;
    }

    private void handOver(String id, Network root, List<SignedParticipantEntry> entries, DirectoryList.Signed list)
            throws IOException {
        var directory = folder(id).resolve("directory");
        write(directory.resolve("root.json"), root.json());
        write(directory.resolve("list.json"), list.json());
        for (var each : entries) {
            write(directory.resolve("entries").resolve(each.entry().id() + ".json"), each.json());
        }
        for (var each : recorded(id)) {
            var counterpart = draft(each).complete(root.id(), null, null, null, now());
            write(directory.resolve("recorded").resolve(each + ".json"), counterpart.json());
        }
    }

    private List<String> recorded(String id) {
        var beside = Map.of(SECRETARIAT, PracticeChairList.OBSERVER, NODES.getFirst(), PracticeChairList.PROVIDER)
                .get(id);
        return !secretariat || beside == null
                ? withoutNode
                : Stream.concat(withoutNode.stream(), Stream.of(beside)).toList();
    }

    private Path nodeConfig(String id) throws IOException {
        return write(
                folder(id).resolve("node.yaml"),
                (secretariat
                                ? settings(id).ofFollower(SECRETARIAT)
                                : settings(id).ofNode())
                        .getBytes(UTF_8));
    }

    private Path secretariatConfig() throws IOException {
        var settings = settings(SECRETARIAT).ofSecretariat(home.resolve("operator"));
        return write(folder(SECRETARIAT).resolve("node.yaml"), settings.getBytes(UTF_8));
    }

    private PracticeSettings settings(String id) {
        var chairs = new PracticeChairList(
                operatorPort, NODES.stream().filter(this::laid).toList(), withoutNode, secretariat);
        return new PracticeSettings(id, folder(id), operatorPort, pages(id), chairs.yaml());
    }

    private Path operatorConfig(Path operator) throws IOException {
        var chairs = IntStream.range(0, NODES.size())
                .filter(it -> Files.exists(folder(NODES.get(it)).resolve("node.yaml")) || it < 2)
                .mapToObj(it -> "    %s: http://localhost:%d".formatted(NODES.get(it), pages(NODES.get(it))))
                .collect(Collectors.joining("\n"));
        var config = """
                %s
                operator:
                  home: %s
                  practice: true
                  nodes:
                %s
                server.port: %d
                """.formatted(FIRST_LINE, PracticeSettings.quoted(operator), chairs, operatorPort);
        return write(operator.resolve("operator.yaml"), config.getBytes(UTF_8));
    }

    private boolean laid(String id) {
        return Files.exists(folder(id).resolve("keys"));
    }

    /** Who collates the directory has the first port, nodes of States follow. */
    private int pages(String id) {
        return operatorPort + 1 + NODES.indexOf(id);
    }

    private Path folder(String id) {
        return home.resolve(id.toLowerCase(Locale.ROOT));
    }

    static EntryDraft draft(String id) {
        return EntryDraft.resource("/practice/entries/" + id + ".json");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }
}
