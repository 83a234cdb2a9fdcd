package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.sealing.KeyCeremony;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.WholeAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Leads from nothing to a node that its peers can find: keys, configuration, the entry that the State writes of itself, and its submission. Each step can be taken again; none overwrites a key.
 */
public final class Onboarding {

    /** What this version of the program accepts. */
    public static final List<String> PROCEDURES = OfferedProcedures.read();

    static final String SINCE = "--since is a time in UTC that has passed, such as 2026-11-24T00:00:00Z";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path home;
    private final Clock clock;

    public Onboarding(Path home, Clock clock) {
        this.home = home.toAbsolutePath();
        this.clock = clock;
    }

    /** What this version of the program accepts in the name of a participant of this kind. */
    public static List<String> accepted(ParticipantKind kind) {
        return kind.authority() ? PROCEDURES : OfferedProcedures.naming(kind);
    }

    /**
     * The ceremony: keys with requests for the State's certification authority, the recovery key in a folder of its own,
     * the node's configuration, and a draft of the entry to fill in.
     *
     * @param recovery on a medium that is taken offline at once
     */
    public void begin(Plan plan, Path recovery) {
        try {
            var root = Files.readAllBytes(plan.root());
            var configuration = FirstConfiguration.of(plan, home, Network.read(root));
            var keys = home.resolve("keys");
            new KeyCeremony(clock).prepare(new KeyCeremony.Plan(plan.participant(), plan.hosts(), keys, recovery));
            writeNew("node.yaml", configuration.getBytes(UTF_8));
            try (var in = Onboarding.class.getResourceAsStream("/onboarding/entry-draft.json")) {
                var draft = new String(in.readAllBytes(), UTF_8).replace("XX-1", plan.participant());
                writeNew("entry-draft.json", draft.getBytes(UTF_8));
            }
            write("directory/root.json", root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Signs the filled-in draft as our first entry; after that the next version of the one in the folder, in which only
     * addresses, certificates, keys and accepted procedures are new: what officers approved since stays. A new entry key is
     * endorsed by the previous one or by the recovery key, whichever folder is given.
     *
     * @param evidence where released items are fetched; null if none are given out over the wire
     * @param endorser key folder of the previous entry key, or of the recovery key; null when the key is the same
     * @param version null for the next above ours, what we revoked and what the list names
     * @param operator whose list is asked; null to take the list that lies in the folder, if one does
     * @param anew all else is taken from the draft again
     * @return the signed entry, for the operator or for a peer
     */
    public SignedParticipantEntry sign(
            URI as4,
            @Nullable URI evidence,
            @Nullable Path endorser,
            @Nullable Long version,
            @Nullable URI operator,
            boolean anew)
            throws IOException, InterruptedException {
        var root = Network.read(read("directory/root.json"));
        var before = before();
        long next = version != null ? version : 1 + newest(before, operator);
        if (before != null && next <= before.entry().version()) {
            throw new EntryRefused("older-version", before.entry().id());
        }
        var keys = new CeremonyKeys(home.resolve("keys"));
        var draft = before == null || anew
                ? EntryDraft.read(home.resolve("entry-draft.json"))
                : EntryDraft.of(before.entry());
        var address = keys.address(as4, evidence, KeyCeremony.ageRecipient(keys.folder()), accepted(draft.kind()));
        var entry = draft.complete(
                root.id(), before == null ? null : before.entry(), next, address, keys.signingKeys(), now());
        var signed = SignedParticipantEntry.sign(entry, keys.key("entry"));
        if (endorser != null) {
            boolean recovery = Files.exists(endorser.resolve("recovery.p12"));
            signed = signed.endorse(new CeremonyKeys(endorser).key(recovery ? "recovery" : "entry"));
        }
        write("directory/entry.json", signed.json());
        return signed;
    }

    /** @return the operator's answer in words: admitted, or waiting for a person there; a refusal is thrown */
    public String submit(URI operator) throws IOException, InterruptedException {
        var base = operator.toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + "/directory/entries"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(read("directory/entry.json")))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer =
                    WholeAnswer.to(request, client, BodyHandlers.limiting(BodyHandlers.ofString(), 10_000), PATIENCE);
            return switch (answer.statusCode()) {
                case 200 -> "The operator has admitted the entry.";
                case 202 -> "The operator has the entry; a person there will look at it.";
                default -> throw refused(answer);
            };
        }
    }

    private RuntimeException refused(HttpResponse<String> answer) throws IOException {
        try {
            var code = CanonicalJson.read(answer.body().getBytes(UTF_8)).get("code");
            return new EntryRefused(
                    String.valueOf(code), requireNonNull(before()).entry().id());
        } catch (Malformed notTheDirectory) {
            throw new IOException("no directory answers at that address (%d)".formatted(answer.statusCode()));
        }
    }

    /**
     * Revokes the keys of a version and all before; for the day on which a key is lost. Needs the recovery folder.
     *
     * @param compromisedSince not later than now: peers take no revocation that looks ahead
     * @param version null for the newest that is ours or that the list names: a thief may have signed one since
     * @param operator as in {@link #sign}
     */
    public SignedRevocation revoke(
            Path recovery, Instant compromisedSince, @Nullable Long version, @Nullable URI operator)
            throws IOException, InterruptedException {
        var now = now();
        if (compromisedSince.isAfter(now)) {
            throw new IllegalArgumentException(SINCE);
        }
        var before = before();
        if (before == null) {
            throw new EntryRefused("not-written", "");
        }
        var entry = before.entry();
        var revocation = SignedRevocation.sign(
                entry.network(),
                entry.id(),
                version != null ? version : newest(before, operator),
                now,
                compromisedSince.truncatedTo(ChronoUnit.MILLIS),
                new CeremonyKeys(recovery).key("recovery"));
        write("directory/revocation.json", revocation.json());
        return revocation;
    }

    /**
     * @param hosts under which the node is reached by its peers
     * @param root the directory's root as its operator handed it over
     * @param operator where the directory is; null for exchange without an operator
     */
    public record Plan(
            String participant,
            List<String> hosts,
            int port,
            int as4Port,
            Path root,
            @Nullable URI operator) {

        public Plan {
            hosts = List.copyOf(hosts);
        }
    }

    /** The highest version of us that anybody may know of: our own, one that we revoked, one that is admitted. */
    private long newest(@Nullable SignedParticipantEntry before, @Nullable URI operator)
            throws IOException, InterruptedException {
        if (before == null) return 0;
        long ours = before.entry().version();
        var revocation = home.resolve("directory/revocation.json");
        if (Files.exists(revocation)) {
            ours = Math.max(ours, SignedRevocation.read(readFile(revocation)).version());
        }
        return Math.max(ours, listed(before.entry().id(), operator));
    }

    /** 0 if no list is at hand or it does not name us. */
    private long listed(String id, @Nullable URI operator) throws IOException, InterruptedException {
        var file = home.resolve("directory/list.json");
        if (operator == null && !Files.exists(file)) {
            return 0;
        }
        var signed = DirectoryList.Signed.read(operator == null ? readFile(file) : ask(operator));
        if (!signed.signedFor(Network.read(read("directory/root.json")))) {
            throw new EntryRefused("foreign-signature", id);
        }
        return signed.list().lines().stream()
                .filter(it -> it.id().equals(id))
                .mapToLong(DirectoryList.Line::version)
                .findFirst()
                .orElse(0);
    }

    private static byte[] ask(URI operator) throws IOException, InterruptedException {
        var base = operator.toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + "/directory/list"))
                .timeout(PATIENCE)
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = WholeAnswer.to(
                    request,
                    client,
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), DirectoryList.LARGEST),
                    PATIENCE);
            if (answer.statusCode() != 200) {
                throw new IOException("the operator gives no list (%d)".formatted(answer.statusCode()));
            }
            return answer.body();
        }
    }

    private @Nullable SignedParticipantEntry before() {
        return Files.exists(home.resolve("directory/entry.json"))
                ? SignedParticipantEntry.read(read("directory/entry.json"))
                : null;
    }

    private byte[] read(String file) {
        return readFile(home.resolve(file));
    }

    private static byte[] readFile(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people have filled in stays. */
    private void writeNew(String file, byte[] content) {
        if (!Files.exists(home.resolve(file))) {
            write(file, content);
        }
    }

    private void write(String file, byte[] content) {
        try {
            Files.createDirectories(home.resolve(file).getParent());
            Files.write(home.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
