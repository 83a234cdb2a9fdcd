package org.comity.seat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.identity.Approvals;
import org.comity.identity.PracticeDoor;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.sealing.Letters;
import org.comity.vocabulary.CallerOrigin;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives made-up persons of authorities without a node a seat with a passkey that this node keeps itself, on a practice node
 * and nowhere else. The way is that of every seat: invited, given by two officers, confirmed; each step is an act.
 */
@Component
@Transactional
class PracticeSeats {

    /** A chair is sat in from here. */
    private static final CallerOrigin PRACTICE = new CallerOrigin("practice");

    private final PracticeDoor door;
    private final SeatPersonRows rows;
    private final GivingSeats giving;
    private final SpeakingFromSeats speaking;
    private final SittingInSeats sitting;
    private final SeatKeys keys;
    private final Letters letters;
    private final Directory directory;
    private final Path folder;
    private final Clock clock;

    // More than eight: one made-up person goes the whole way of a seat, from invitation to confirmed key.
    PracticeSeats(
            PracticeDoor door,
            SeatPersonRows rows,
            GivingSeats giving,
            SpeakingFromSeats speaking,
            SittingInSeats sitting,
            SeatKeys keys,
            Letters letters,
            Directory directory,
            @Value("${node.home}") Path home,
            Clock clock) {
        this.door = door;
        this.rows = rows;
        this.giving = giving;
        this.speaking = speaking;
        this.sitting = sitting;
        this.keys = keys;
        this.letters = letters;
        this.directory = directory;
        this.folder = home.resolve("practice-passkeys");
        this.clock = clock;
    }

    /** A line of {@code practice/seats.csv}: {@code authority;chair;name;function}. */
    record Chair(String authority, String chair, String name, String function) {}

    /** Chairs of authorities that this node can give a seat; none where the door is not open. */
    @Transactional(readOnly = true)
    List<Chair> chairs() {
        if (!door.open()) return List.of();
        return shipped().stream()
                .filter(it -> directory
                        .find(it.authority())
                        .filter(known -> !known.hasNode())
                        .isPresent())
                .toList();
    }

    private static List<Chair> shipped() {
        try {
            return new ClassPathResource("practice/seats.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";"))
                    .map(line -> new Chair(line[0], line[1], line[2], line[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Signs in by the passkey of that chair; the first time it is made and given.
     *
     * @return the cookie of who sits there now
     * @throws SeatRefused outside practice, as of a seat that is not there
     */
    String sit(String authority, String name) {
        var chair = chairs().stream()
                .filter(it -> it.authority().equals(authority) && it.chair().equals(name))
                .findFirst()
                .orElseThrow(SeatRefused::unknown);
        // Who presses twice finds one seat.
        rows.lockAuthority(authority);
        var passkey = kept(chair)
                .filter(it -> rows.ofCredential(it.credential()).isPresent())
                .orElseGet(() -> given(chair));
        var knock = sitting.askToSignIn(PRACTICE);
        return sitting.signIn(knock.cookie(), passkey.asserted(SeatKeys.challenge(knock.options()), keys.origin()));
    }

    /** Whether the passkey of that seat is one of practice, kept here. */
    @Transactional(readOnly = true)
    boolean signsFor(SeatOfPerson seat) {
        return ofSeat(seat).isPresent();
    }

    /**
     * What the seat's practice passkey says to these 32 bytes.
     *
     * @throws SeatRefused outside practice, as of a page that is not there, and where the seat has a passkey that is not kept here
     */
    @Transactional(readOnly = true)
    String asserted(SeatOfPerson seat, String act) {
        if (!door.open()) throw SeatRefused.unknown();
        return ofSeat(seat)
                .orElseThrow(SeatRefused::notProved)
                .asserted(HexFormat.of().parseHex(act), keys.origin());
    }

    private Optional<PracticePasskey> ofSeat(SeatOfPerson seat) {
        return chairs().stream()
                .filter(it -> it.authority().equals(seat.authority()))
                .flatMap(it -> kept(it).stream())
                .filter(it -> java.util.Arrays.equals(it.credential(), seat.credential()))
                .findFirst();
    }

    private Path file(Chair chair) {
        return folder.resolve(chair.authority() + "-" + chair.chair());
    }

    private Optional<PracticePasskey> kept(Chair chair) {
        try {
            return Files.exists(file(chair))
                    ? Optional.of(PracticePasskey.read(Files.readAllBytes(file(chair))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PracticePasskey given(Chair chair) {
        var fresh = PracticePasskey.fresh();
        try {
            keep(file(chair), fresh.passkey().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var officer = sitter(Duty.DUTY_OFFICER);
        var token = giving.invite(chair.authority(), chair.name(), chair.function(), officer);
        var id = sitting.invited(token).orElseThrow(SeatRefused::unknown).id();
        rows.practises(id);
        if (!rows.made(id, fresh.passkey().credential(), fresh.spki(), true)) throw SeatRefused.notProved();
        giving.submit(id, called(chair, giving.get(id).keyHash()), officer);
        giving.approve(id, new Approvals.Proof.Practice(), sitter(Duty.SECOND_OFFICER));
        var seat = giving.get(id);
        var act = speaking.confirmation(seat);
        speaking.approve(seat, act, fresh.passkey().asserted(HexFormat.of().parseHex(act), keys.origin()));
        return fresh.passkey();
    }

    /** Only who runs the node may read it. */
    private static void keep(Path file, byte[] passkey) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, passkey);
    }

    private Official sitter(Duty duty) {
        return door.sitter(duty).orElseThrow(SeatRefused::notNow);
    }

    /** Nobody was rung, and it says so. */
    private SeatCall called(Chair chair, String keyHash) {
        var authority = directory.get(chair.authority()).name("en");
        var told = "Practice: nobody was rung, and nobody wrote this letter. %s, %s of %s, is made up."
                .formatted(chair.name(), chair.function(), authority);
        var letter = letters.pdf(new Letters.Letter(
                List.of(authority),
                "-",
                "Practice letter",
                List.of(new Letters.Part(
                        Locale.ENGLISH, "Practice letter", List.of(new Letters.Section("", List.of(told))))),
                null));
        return new SeatCall(
                "none: practice",
                "earlier-contact",
                "nobody: practice",
                clock.instant(),
                SpokenFingerprint.of(keyHash),
                letter);
    }
}
