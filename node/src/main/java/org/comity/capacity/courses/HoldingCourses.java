package org.comity.capacity.courses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.capacity.VulnerableStates;
import org.comity.capacity.courses.CourseRows.GivenCertificate;
import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.sealing.Sealing;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens courses, takes what States ask for, and gives sealed certificates of which the node keeps no name. */
@Component
class HoldingCourses {

    private static final int LONGEST_NAME = 200;

    private final CourseRows rows;
    private final VulnerableStates vulnerable;
    private final Sealing sealing;
    private final Directory directory;
    private final CaseAccess access;
    private final Ledger ledger;
    private final SinglePress presses;
    private final Clock clock;

    HoldingCourses(
            CourseRows rows,
            VulnerableStates vulnerable,
            Sealing sealing,
            Directory directory,
            CaseAccess access,
            Ledger ledger,
            SinglePress presses,
            Clock clock) {
        this.rows = rows;
        this.vulnerable = vulnerable;
        this.sealing = sealing;
        this.directory = directory;
        this.access = access;
        this.ledger = ledger;
        this.presses = presses;
        this.clock = clock;
    }

    /** @param data the sealed container, which is not kept */
    record GivenFile(String code, byte[] data) {}

    List<Cohort> all(Official by) {
        access.mustRead(by);
        return rows.newest();
    }

    boolean mayWrite(Official by) {
        return access.mayWrite(by);
    }

    CourseView one(String id, Official by) {
        access.mustRead(by);
        var cohort = cohort(id);
        var given = given(cohort);
        int taken = given.stream().mapToInt(PlacesOfCohort.Given::seated).sum();
        return new CourseView(
                cohort,
                given.stream()
                        .map(it -> new CourseView.Line(
                                it.asked().id(), it.asked().state(), it.asked().persons(), it.seated(), it.waiting()))
                        .toList(),
                cohort.places() - taken,
                rows.certificates(id).stream()
                        .map(it -> new CourseView.Certificate(it.code(), it.state(), it.sha256()))
                        .toList(),
                access.mayWrite(by),
                over(cohort));
    }

    @Transactional
    void open(Cohort cohort, Official by) {
        access.mustWrite(by);
        if (!rows.open(cohort, by.id(), clock.instant())) throw CourseRefused.taken();
        ledger.record(by, "course.opened", cohort.id(), Map.of("places", Integer.toString(cohort.places())));
    }

    @Transactional
    void ask(String id, String state, String persons, Official by) {
        access.mustWrite(by);
        var cohort = cohort(id);
        boolean right =
                state.matches("[A-Z]{2}") && persons.matches("[1-9][0-9]{0,2}") && Integer.parseInt(persons) <= 500;
        if (!right) throw CourseRefused.ask();
        if (!today().isBefore(cohort.begins())) throw CourseRefused.begun();
        rows.lock(id);
        rows.ask(id, state, Integer.parseInt(persons), clock.instant());
        ledger.record(by, "course.asked", id, Map.of("state", state, "persons", persons));
    }

    /** Who waits moves up by itself. */
    @Transactional
    void takeBack(String id, long ask, Official by) {
        access.mustWrite(by);
        if (!today().isBefore(cohort(id).begins())) throw CourseRefused.begun();
        rows.lock(id);
        if (!rows.takeBack(id, ask, clock.instant())) throw CourseRefused.unknown();
        ledger.record(by, "course.taken-back", id, Map.of("ask", Long.toString(ask)));
    }

    /**
     * After the course, to no more persons of a State than had a place. The name leaves with the file and is not kept.
     *
     * @param once of the form: the same press for the same name makes the file of the same certificate anew
     */
    @Transactional
    GivenFile certify(String id, String state, String person, String once, Official by) {
        access.mustWrite(by);
        var cohort = cohort(id);
        var name = TypedText.clean(person);
        if (name.isEmpty() || name.length() > LONGEST_NAME) throw CourseRefused.name();
        if (!over(cohort)) throw CourseRefused.notOver();
        rows.lock(id);
        var code = presses.sent(pressed(once, state, name), () -> place(cohort, state));
        var certificate = new CourseCertificate(
                code, cohort, state, name, directory.self().id(), today().toString());
        var container = sealing.seal(certificate.files());
        rows.certified(id, new GivenCertificate(code, state, Digests.sha256(container), clock.instant()), by.id());
        ledger.record(by, "course.certified", id, Map.of("code", code, "state", state));
        return new GivenFile(code, container);
    }

    /** Of one page certificates may be given to several persons; it says nothing of a name to whoever lacks the form. */
    private static String pressed(String once, String state, String name) {
        if (once.isEmpty()) return "";
        long[] halves = new long[2];
        ByteBuffer.wrap(HexFormat.of().parseHex(Digests.sha256((once + "\n" + state + "\n" + name).getBytes(UTF_8))))
                .asLongBuffer()
                .get(halves);
        return new UUID(halves[0], halves[1]).toString();
    }

    /** @return the code of the certificate that takes it */
    private String place(Cohort cohort, String state) {
        int seated = given(cohort).stream()
                .filter(it -> it.asked().state().equals(state))
                .mapToInt(PlacesOfCohort.Given::seated)
                .sum();
        long before = rows.certificates(cohort.id()).stream()
                .filter(it -> it.state().equals(state))
                .count();
        if (before >= seated) throw CourseRefused.noPlace();
        return HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits());
    }

    private List<PlacesOfCohort.Given> given(Cohort cohort) {
        var asked = rows.asked(cohort.id()).stream()
                .map(it -> new AskedPlaces(
                        it.id(), it.state(), it.persons(), vulnerable.has(it.state(), cohort.begins()), it.at()))
                .toList();
        return PlacesOfCohort.of(cohort, asked, today());
    }

    private boolean over(Cohort cohort) {
        return today().isAfter(cohort.ends());
    }

    private Cohort cohort(String id) {
        return rows.find(id).orElseThrow(CourseRefused::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
