package org.comity.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.comity.directory.Onboarding;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.sealing.KeyCeremony;
import org.jspecify.annotations.Nullable;

/** Does with the keys of one participant what its officers do while the network stands. */
record ParticipantKeys(Path network, String participant) {

    private static final List<String> KEPT = List.of("recovery.pem", "recovery-recipient", "log-key");

    Path home() {
        return network.resolve(participant.toLowerCase(Locale.ROOT));
    }

    /** Keys certified by the practice authority. */
    void keys(String recovery) {
        var ceremony = new KeyCeremony(Clock.systemUTC());
        ceremony.practise(
                new KeyCeremony.Plan(
                        participant,
                        List.of(),
                        home().resolve("keys"),
                        network.resolve("recovery").resolve(recovery)),
                ceremony.practiceAuthority(network.resolve("authority")));
    }

    /** New keys instead of the ones that there are; the recovery key stays. */
    void newKeys() throws IOException {
        var keys = home().resolve("keys");
        var before = Files.move(keys, home().resolve("keys-before"));
        keys("aside-" + participant);
        for (var each : KEPT) {
            if (Files.exists(before.resolve(each))) {
                Files.copy(before.resolve(each), keys.resolve(each), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    SignedRevocation revoke() throws IOException, InterruptedException {
        return new Onboarding(home(), Clock.systemUTC()).revoke(recovery(), PracticeOperator.now(), null, null);
    }

    SignedParticipantEntry sign(int port, @Nullable Path endorser) throws IOException, InterruptedException {
        return new Onboarding(home(), Clock.systemUTC())
                .sign(
                        URI.create("https://127.0.0.1:%d/as4".formatted(port + 1000)),
                        URI.create("https://127.0.0.1:%d/evidence".formatted(port + 2000)),
                        endorser,
                        null,
                        null,
                        false);
    }

    Path recovery() {
        return network.resolve("recovery").resolve(participant);
    }

    /** The practice entry of one authority, filled in for another. */
    static void practiceDraft(String of, String as, Path home) throws IOException {
        try (var in = KeyCeremony.class.getResourceAsStream("/practice/entries/" + of + ".json")) {
            if (in == null) throw new IOException("no practice entry of " + of);
            Files.writeString(home.resolve("entry-draft.json"), new String(in.readAllBytes()).replace(of, as));
        }
    }
}
