package org.comity.board;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.Participant.NodeAddress;
import org.comity.directory.StateProfile;
import org.comity.directory.UnknownParticipant;
import org.comity.ledger.Ledger;
import org.comity.proof.item.ItemKey;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;

/** A host of boards and its followers, with the keys and the directory of the practice network. */
public final class PracticeHosts {

    public static final String NETWORK = "5".repeat(64);
    public static final String HOST = "XS-1";

    private static final Map<String, X509Certificate> CERTIFICATES = new ConcurrentHashMap<>();
    private static final List<String> IDS = List.of("XA-1", "XB-1", "XC-1", HOST);

    private PracticeHosts() {}

    public static X509Certificate certificate(String participant, String alias) {
        return CERTIFICATES.computeIfAbsent(participant + "/" + alias, it -> {
            try {
                return (X509Certificate) store(participant, alias).getCertificate(alias);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Signs entries with the register key of a participant, and does nothing else. */
    public static Sealing sealingOf(String participant) {
        PrivateKey key;
        try {
            key = (PrivateKey) store(participant, "register").getKey("register", password(participant));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new Sealing() {
            @Override
            public byte[] seal(Map<String, byte[]> files) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] encrypt(byte[] plain, List<String> recipients) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] open(byte[] ageFile) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ItemKey openItem(byte[] header) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String signEntry(byte[] canonical) {
                try {
                    var signing = Signature.getInstance("SHA256withECDSA");
                    signing.initSign(key);
                    signing.update(canonical);
                    return Base64.getEncoder().encodeToString(signing.sign());
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    public static Directory seenBy(String self) {
        return new Seen(self);
    }

    private static KeyStore store(String participant, String alias) {
        Path keys = PracticeKeys.folder(participant);
        try (var file = Files.newInputStream(keys.resolve(alias + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password(participant));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char[] password(String participant) {
        try {
            return Files.readString(PracticeKeys.folder(participant).resolve("password"))
                    .strip()
                    .toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Participant participant(String id) {
        var node = new NodeAddress(
                URI.create("https://localhost/" + id),
                certificate(id, "seal"),
                certificate(id, "as4"),
                certificate(id, "tls"),
                certificate(id, "register"),
                "age1pq1practice",
                List.of());
        var profile = new StateProfile(
                false, false, true, false, Map.of(), Map.of(), List.of(), "none", List.of(), LocalDate.EPOCH);
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                Map.of("en", id),
                Map.of(),
                ZoneOffset.UTC,
                node,
                List.of("en"),
                "+999",
                "desk@example.org",
                "24/7",
                Map.of(),
                profile,
                1,
                Instant.EPOCH,
                Instant.MAX,
                id.equals(HOST) ? ParticipantKind.SECRETARIAT : ParticipantKind.CONTACT_POINT);
    }

    private record Seen(String id) implements Directory {

        @Override
        public String network() {
            return NETWORK;
        }

        @Override
        public Participant self() {
            return get(id);
        }

        @Override
        public Participant get(String other) {
            return find(other).orElseThrow(() -> new UnknownParticipant(other));
        }

        @Override
        public Optional<Participant> find(String other) {
            return IDS.contains(other) ? Optional.of(participant(other)) : Optional.empty();
        }

        @Override
        public List<Participant> all() {
            return IDS.stream().map(PracticeHosts::participant).toList();
        }

        @Override
        public Validity standing(String other) {
            return Validity.VALID;
        }

        @Override
        public Optional<Instant> keysWithdrawn(String other, long version) {
            return Optional.empty();
        }

        @Override
        public Position position() {
            return new Position(1, NETWORK);
        }
    }

    /** Remembers what was recorded. */
    public static final class Recorded implements Ledger {

        public final List<String> all = new ArrayList<>();

        @Override
        public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {
            all.add(what + " " + subject);
        }

        @Override
        public List<Line> seek(Search sought, @Nullable Long before, int limit) {
            return List.of();
        }

        @Override
        public Verdict verify() {
            return new Verdict(0, null);
        }
    }
}
