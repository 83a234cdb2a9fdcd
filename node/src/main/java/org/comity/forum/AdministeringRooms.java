package org.comity.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes, opens and closes rooms, and says who is in them and who moderates: officers of this node, on record. */
@Component
@Transactional
class AdministeringRooms {

    private final RoomRows rows;
    private final ModerationRows moderations;
    private final RoomAccess access;
    private final Directory directory;
    private final Officials officials;
    private final Ledger ledger;
    private final Clock clock;

    AdministeringRooms(
            RoomRows rows,
            ModerationRows moderations,
            RoomAccess access,
            Directory directory,
            Officials officials,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.moderations = moderations;
        this.access = access;
        this.directory = directory;
        this.officials = officials;
        this.ledger = ledger;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Transactional(readOnly = true)
    List<KeptRoom> all(@Nullable String after, RoomReader by) {
        officer(by);
        return rows.page(after == null ? null : room(after));
    }

    @Transactional(readOnly = true)
    HeldRoomView one(String id, RoomReader by) {
        var officer = officer(by);
        var room = room(id);
        return new HeldRoomView(
                room,
                rows.members(id),
                rows.moderators(id),
                room.openedAt() == null && isSecond(room, officer),
                officials(room));
    }

    private List<Official> officials(KeptRoom room) {
        var moderators = rows.moderators(room.id());
        return java.util.stream.Stream.of(
                        org.comity.vocabulary.Duty.DUTY_OFFICER,
                        org.comity.vocabulary.Duty.SECOND_OFFICER,
                        org.comity.vocabulary.Duty.LAWYER)
                .flatMap(it -> officials.holding(it).stream())
                .filter(it -> !moderators.contains(it.id()))
                .distinct()
                .toList();
    }

    private static boolean isSecond(KeptRoom room, Official by) {
        return TwoOfficers.isSecond(by) && !room.proposedBy().equals(by.id());
    }

    void propose(RoomForm form, RoomReader by) {
        var officer = officer(by);
        if (form.problems(today()).any()) throw RoomRefused.incomplete();
        var room = new KeptRoom(
                form.id(),
                form.title(),
                form.language(),
                form.terms(),
                TrafficLight.of(form.label()).orElseThrow(),
                form.chatham(),
                form.working(),
                form.everybody(),
                form.day(),
                officer.id(),
                null,
                null);
        if (!rows.propose(room, clock.instant())) throw RoomRefused.taken();
        ledger.record(
                officer,
                "forum.proposed",
                room.id(),
                Map.of("label", room.light().mark()));
    }

    /** By a second officer: from now on it is there. */
    void open(String id, RoomReader by) {
        var officer = officer(by);
        var room = room(id);
        if (!isSecond(room, officer)) throw RoomRefused.secondOfficer();
        if (!rows.open(id, officer.id(), clock.instant())) throw RoomRefused.decided();
        ledger.record(officer, "forum.opened", id, Map.of("label", room.light().mark()));
    }

    /** Takes a proposal away before anybody opened it: who proposed it does so, or who will not open it. */
    KeptRoom withdraw(String id, RoomReader by) {
        var officer = officer(by);
        var room = room(id);
        if (!rows.withdraw(id)) throw RoomRefused.decided();
        ledger.record(
                officer,
                "forum.proposal-withdrawn",
                id,
                Map.of("label", room.light().mark()));
        return room;
    }

    /** Proposals of others, which this official may open; none for whoever is no second officer. */
    @Transactional(readOnly = true)
    int waitingFor(Official by) {
        return TwoOfficers.isSecond(by) ? rows.proposedByOthers(by.id()) : 0;
    }

    /** Nothing more is said in it; it stays to be read. */
    void close(String id, RoomReader by) {
        var officer = officer(by);
        room(id);
        if (!rows.close(id, clock.instant())) throw RoomRefused.decided();
        ledger.record(officer, "forum.closed", id, Map.of());
    }

    /**
     * @param person of a seat, for a RED room or where a person alone is meant; empty for the participant
     * @param broughtBy the member that brought an observer, or empty
     */
    void add(
            String id,
            String participant,
            String person,
            String role,
            String grouping,
            String broughtBy,
            boolean chair,
            RoomReader by) {
        var officer = officer(by);
        var room = room(id);
        if (directory.find(participant).isEmpty()) throw RoomRefused.unknownParticipant();
        if (grouping.length() > 120 || person.length() > 80) throw RoomRefused.incomplete();
        var as = switch (role) {
            case "member" -> SharingRole.MEMBER;
            case "observer" -> SharingRole.OBSERVER;
            case "named" -> SharingRole.NAMED;
            default -> throw RoomRefused.incomplete();
        };
        // A person is named, or the participant is a member: never both in one line.
        if ((as == SharingRole.NAMED) == person.isEmpty()) throw RoomRefused.incomplete();
        if (room.light() == TrafficLight.RED && as != SharingRole.NAMED) throw RoomRefused.label();
        boolean brought = rows.members(id).stream()
                .anyMatch(it ->
                        it.role() == SharingRole.MEMBER && it.participant().equals(broughtBy));
        if (as == SharingRole.OBSERVER && !brought) throw RoomRefused.incomplete();
        rows.add(
                new RoomMember(
                        id,
                        participant,
                        person,
                        as,
                        grouping,
                        chair,
                        as == SharingRole.OBSERVER ? broughtBy : null,
                        clock.instant()),
                officer.id());
        ledger.record(officer, "forum.member-added", id, Map.of("participant", participant, "role", as.word()));
    }

    void remove(String id, String participant, String person, RoomReader by) {
        var officer = officer(by);
        if (!rows.leave(id, participant, person, clock.instant())) throw RoomRefused.unknown();
        ledger.record(officer, "forum.member-removed", id, Map.of("participant", participant));
    }

    void moderator(String id, String official, boolean from, RoomReader by) {
        var officer = officer(by);
        room(id);
        var named = officials.find(official).orElseThrow(RoomRefused::unknown);
        if (from) {
            rows.moderate(id, named.id(), clock.instant());
        } else if (!rows.moderateNoMore(id, named.id(), clock.instant())) {
            throw RoomRefused.unknown();
        }
        ledger.record(
                officer, from ? "forum.moderator-named" : "forum.moderator-ended", id, Map.of("official", named.id()));
    }

    /** What was said in rooms whose day has come goes, for good, and they are closed; their names stay. */
    void forgetDue() {
        for (var id : rows.due(today())) {
            rows.close(id, clock.instant());
            moderations.keepCounts(id);
            if (rows.forget(id) > 0) ledger.record(null, "forum.forgotten", id, Map.of());
        }
    }

    private Official officer(RoomReader by) {
        if (!access.holds(by)) throw RoomRefused.forbidden();
        return Objects.requireNonNull(by.official());
    }

    private KeptRoom room(String id) {
        return rows.find(id).orElseThrow(RoomRefused::unknown);
    }
}
