package org.comity.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.Participant.NodeAddress;
import org.comity.directory.PinnedTrust;
import org.comity.directory.StateProfile;
import org.comity.proof.form.P256Signature;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.NoteSigner;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;

/** The keys of a host of boards and of a member, and the directory that names them. */
public final class BoardKeys {

    public static final String HOST = "XS-1";
    public static final String MEMBER = "XA-1";
    private static final String NETWORK = "5".repeat(64);

    private final Path folder;
    private final Ed25519PrivateKeyParameters log = new Ed25519PrivateKeyParameters(new SecureRandom());

    private BoardKeys(Path folder) {
        this.folder = folder;
    }

    static BoardKeys make(Path folder) {
        var ceremony = new KeyCeremony(Clock.systemUTC());
        var authority = ceremony.practiceAuthority(folder.resolve("authority"));
        for (var id : List.of(HOST, MEMBER)) {
            ceremony.practise(
                    new KeyCeremony.Plan(id, List.of(), folder.resolve(id), folder.resolve(id + "-recovery")),
                    authority);
        }
        return new BoardKeys(folder);
    }

    /** Of the keys only what TLS needs. */
    NodeKeys tls(String id) {
        return proxy(NodeKeys.class, (name, arguments) -> name.equals("tls") ? store(id, "tls") : password(id));
    }

    PinnedTrust pin(String id) {
        return new PinnedTrust(certificate(id, "tls")::equals, Clock.systemUTC(), code -> {});
    }

    public Sealing sealing() {
        var key = key("register");
        return proxy(
                Sealing.class,
                (name, arguments) ->
                        Base64.getEncoder().encodeToString(P256Signature.sign(key, (byte[]) arguments[0])));
    }

    public Directory directory() {
        var host = participant();
        return proxy(Directory.class, (name, arguments) -> switch (name) {
            case "network" -> NETWORK;
            case "self" -> host;
            case "find" -> Optional.of(host);
            case "terms" ->
                List.of(new Directory.Term(
                        certificate(HOST, "seal"), certificate(HOST, "register"), Instant.MAX, Instant.MAX));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    public LogKeys logs() {
        return new LogKeys() {
            @Override
            public NoteSigner of(String which) {
                return signer(noteKey(which), text -> {
                    var signing = new Ed25519Signer();
                    signing.init(true, log);
                    signing.update(text, 0, text.length);
                    return signing.generateSignature();
                });
            }

            @Override
            public String certification(String which) {
                var seal = NoteKey.ecdsa(HOST, certificate(HOST, "seal").getPublicKey());
                var key = key("seal");
                return Note.sign(
                                new LogKeyNote(HOST, noteKey(which)).text(),
                                signer(seal, text -> P256Signature.sign(key, text)))
                        .write();
            }

            @Override
            public List<X509Certificate> certificates() {
                return List.of(certificate(HOST, "seal"));
            }
        };
    }

    private NoteKey noteKey(String which) {
        return NoteKey.ed25519(
                LogKeyNote.origin(HOST, which), log.generatePublicKey().getEncoded());
    }

    private interface Signing {
        byte[] sign(byte[] text);
    }

    private static NoteSigner signer(NoteKey key, Signing signing) {
        return new NoteSigner() {
            @Override
            public NoteKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] text) {
                return signing.sign(text);
            }
        };
    }

    private Participant participant() {
        var node = new NodeAddress(
                URI.create("https://127.0.0.1/as4"),
                certificate(HOST, "seal"),
                certificate(HOST, "as4"),
                certificate(HOST, "tls"),
                certificate(HOST, "register"),
                "age1pq1bench",
                List.of());
        var profile = new StateProfile(
                false, false, true, false, Map.of(), Map.of(), List.of(), "none", List.of(), LocalDate.EPOCH);
        return new Participant(
                HOST,
                new StateParty("XS"),
                Map.of("en", HOST),
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
                ParticipantKind.SECRETARIAT);
    }

    private PrivateKey key(String alias) {
        try {
            return (PrivateKey) store(HOST, alias).getKey(alias, password(HOST));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String id, String alias) {
        try {
            return (X509Certificate) store(id, alias).getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store(String id, String alias) {
        try (var in = Files.newInputStream(folder.resolve(id).resolve(alias + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password(id));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private char[] password(String id) {
        try {
            return Files.readString(folder.resolve(id).resolve("password"))
                    .strip()
                    .toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answers {
        Object answer(String name, Object[] arguments);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Answers answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.answer(method.getName(), arguments));
    }
}
