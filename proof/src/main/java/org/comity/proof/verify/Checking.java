package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.MissingPiece.Kind;
import org.comity.proof.register.Register;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatChecks;
import org.comity.proof.seat.SeatProof;
import org.jspecify.annotations.Nullable;

/** Checks one sealed act, or an exported thread, against what the user trusts. */
final class Checking {

    /** Which thread, of which network; printed at the head of the report. */
    static final String THREAD = "thread";

    private static final int HEADER = 30;

    private final GivenTrust trust;
    private final GivenRevocations revocations;
    private final KeptCopies copies;

    Checking(GivenTrust trust, GivenRevocations revocations) {
        this(trust, revocations, new KeptCopies());
    }

    /** @param copies what others hold of the same thread */
    Checking(GivenTrust trust, GivenRevocations revocations, KeptCopies copies) {
        this.copies = copies;
        this.trust = trust;
        this.revocations = revocations;
    }

    GivenRevocations revocations() {
        return revocations;
    }

    KeptCopies copies() {
        return copies;
    }

    Verdict check(Path path) throws IOException {
        if (!Files.isDirectory(path) && isContainer(path)) {
            try (var in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(BundleFiles.LARGEST_FILE + 1);
                return act(String.valueOf(path.getFileName()), bytes);
            }
        }
        try {
            return new CheckingThread(BundleFiles.open(path), this, trust).check();
        } catch (Malformed e) {
            return Verdict.refused(String.valueOf(path.getFileName()), e);
        }
    }

    static boolean isContainer(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(HEADER + 8);
            return path.toString().endsWith(".asice")
                    || start.length == HEADER + 8 && new String(start, HEADER, 8, UTF_8).equals("mimetype");
        }
    }

    Verdict act(String name, byte[] bytes) {
        try {
            var container = Container.read(bytes);
            var envelope = container.act().envelope();
            var verdict = act(name, container, null, null, _ -> Optional.empty());
            var checks = new ArrayList<Check>();
            checks.add(which(
                    name,
                    envelope.network(),
                    envelope.thread(),
                    envelope.facts().get("reference")));
            checks.addAll(verdict.checks());
            return new Verdict(checks, verdict.act(), verdict.signer(), verdict.stamped());
        } catch (Malformed e) {
            return Verdict.refused(name, e);
        }
    }

    /** Of what the rest speaks, for the head of the report. */
    static Check which(String subject, String network, String thread, @Nullable String reference) {
        return new Check(
                subject,
                THREAD,
                Verdict.Outcome.HELD,
                "It says that it is of thread %s%s, in network %s. Compare the network with the one that you know."
                        .formatted(thread, reference == null ? "" : ", called " + reference, network));
    }

    /**
     * Who approved, the author alone says: a seal vouches for the list, not for the officers. From a seat each passkey
     * vouches for itself, and the entry of who speaks says how many it takes (R154).
     */
    private void approvals(Checks checks, Container container, Instant when) {
        var envelope = container.act().envelope();
        var seat = container.seat();
        int count =
                seat == null ? container.approvals().size() : seat.assertions().size();
        var whose = seat == null ? envelope.author() : envelope.facts().getOrDefault("speaker", "");
        var said = seat == null
                ? "Its author names %s; that they are officers, and different ones, is its own word."
                        .formatted(count == 1 ? "1 approval" : count + " approvals")
                : "%s of %s approved it.".formatted(count == 1 ? "1 passkey" : count + " passkeys", whose);
        var two = trust.entries().twoOfficers(envelope.network(), whose, when);
        if (two.isPresent() && count >= (two.get() ? 2 : 1)) {
            checks.want(
                    "approvals",
                    true,
                    said + " The entry of %s that was in force asks for no more.".formatted(whose),
                    "");
        } else {
            checks.add(
                    "approvals",
                    Verdict.Outcome.NOT_CHECKED,
                    said
                            + (two.isPresent()
                                            ? " The entry of %s that was in force asks for two; whether the procedure lets one do was not checked."
                                            : " How many it needs, the entry of %s that was in force says.")
                                    .formatted(whose),
                    two.isPresent() ? null : new MissingPiece(Kind.ENTRY, whose));
        }
    }

    /**
     * @param registered when the register says the act came in, if it does
     * @param witnessed the same, if another than the act's author signed that
     * @param host of an act from a seat: whether its host signed an entry
     */
    Verdict act(
            String name,
            Container container,
            @Nullable Instant registered,
            @Nullable Instant witnessed,
            SeatProof.HostEntries host) {
        var envelope = container.act().envelope();
        var verdict = container.verify(
                trust.sealing(envelope.network(), envelope.author()), trust.stampAuthorities(), registered);
        var checks = new Checks(name);
        boolean nobody = trust.saysNothing(
                envelope.network(),
                envelope.author(),
                GivenTrust.Use.SEAL,
                container.signer(),
                container.certificates());
        boolean byItself = verdict.stamped() == null && registered != null && witnessed == null;
        for (Check each : verdict.checks()) {
            if (each.code().equals("revocation")) continue;
            if (nobody && each.code().equals(Verdict.ANCHOR) && each.outcome() == Verdict.Outcome.FAILED) {
                checks.notChecked(
                        each.code(),
                        GivenTrust.notGiven(envelope.author(), GivenTrust.Use.SEAL),
                        GivenTrust.missing(envelope.author(), GivenTrust.Use.SEAL));
            } else if (byItself && each.code().equals("validity") && each.outcome() == Verdict.Outcome.HELD) {
                checks.notChecked(
                        each.code(),
                        "Valid at %s by the register, which the author of this act keeps: only its own clock says so."
                                .formatted(registered));
            } else {
                checks.add(each.code(), each.outcome(), each.detail(), each.missing());
            }
        }
        revocations.check(
                checks,
                trust.entries(),
                envelope.network(),
                envelope.author(),
                container.signer(),
                verdict.stamped() == null ? witnessed : verdict.stamped());
        trust.author(checks, envelope.author(), container);
        var when = Stream.of(verdict.stamped(), registered, envelope.time())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        approvals(checks, container, when);
        trust.inForce(checks, envelope.author(), container, when);
        if (verdict.stamped() != null && registered != null && registered.isBefore(verdict.stamped())) {
            checks.notChecked(
                    Register.TIME,
                    "Its entry is dated %s, by the keeper's clock, and its time stamp %s: what is registered was sealed before, so one of the two clocks was wrong."
                            .formatted(registered, verdict.stamped()));
        }
        if (container.seat() != null) {
            new SeatChecks(envelope, container.seat(), container.approvals()).all(checks, registered, host);
        }
        return new Verdict(checks.all(), verdict.act(), verdict.signer(), verdict.stamped());
    }
}
