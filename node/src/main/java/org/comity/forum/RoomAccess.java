package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Knows in which roles somebody is in a room, and asks the one rule what may reach them. */
@Component
class RoomAccess {

    private static final Set<Duty> HOLDING = Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER);

    private final RoomRows rows;
    private final Directory directory;
    private final Clock clock;

    RoomAccess(RoomRows rows, Directory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** A service provider comes in as a member of a room alone: what is for all who take part is not for it. */
    boolean comesIn(Participant participant) {
        return participant.kind() != ParticipantKind.PROVIDER
                || !rows.memberships(participant.id()).isEmpty();
    }

    /** What may reach this reader by this way: in every room what reaches whoever is nobody there, and more where it is somebody. */
    Readable readable(RoomReader reader, SharingChannel channel) {
        var moderated = moderated(reader);
        var members = reader.somebody() ? rows.memberships(reader.participant()) : List.<RoomMember>of();
        var everywhere = allowed(roles(reader, "", List.of(), Set.of()), channel);
        Map<String, Set<TrafficLight>> lights = new HashMap<>();
        Stream.concat(members.stream().map(RoomMember::room), moderated.stream())
                .distinct()
                .forEach(room -> lights.put(room, allowed(roles(reader, room, members, moderated), channel)));
        var own = reader.somebody() ? allowed(Set.of(SharingRole.AUTHOR), channel) : Set.<TrafficLight>of();
        return new Readable(reader.person(), everywhere, lights, own, moderated);
    }

    private static Set<TrafficLight> allowed(Set<SharingRole> roles, SharingChannel channel) {
        return Arrays.stream(TrafficLight.values())
                .filter(it -> it.allows(roles, channel))
                .collect(Collectors.toSet());
    }

    /** What may reach whoever has this role and no other: of a thing that is handed on, whatever else its taker may read. */
    Readable readable(SharingRole role, SharingChannel channel) {
        return new Readable("", allowed(Set.of(role), channel), Map.of(), Set.of(), Set.of());
    }

    Set<SharingRole> roles(RoomReader reader, String room) {
        return roles(
                reader,
                room,
                reader.somebody() ? rows.memberships(reader.participant(), room) : List.of(),
                moderated(reader));
    }

    private static Set<SharingRole> roles(
            RoomReader reader, String room, List<RoomMember> members, Set<String> moderated) {
        var roles = EnumSet.of(SharingRole.PUBLIC);
        var official = reader.official();
        if (official != null && official.holds(Duty.ADMINISTRATOR)) roles.add(SharingRole.ADMINISTRATOR);
        // Whoever only runs the machine takes no part.
        boolean machineOnly = official != null && official.duties().equals(Set.of(Duty.ADMINISTRATOR));
        if (!reader.somebody() || machineOnly) return roles;
        roles.add(SharingRole.PARTICIPANT);
        members.stream()
                .filter(it -> it.room().equals(room) && it.is(reader))
                .filter(it -> it.role() == SharingRole.NAMED || speaks(reader))
                .map(RoomMember::role)
                .forEach(roles::add);
        if (moderated.contains(room)) roles.add(SharingRole.MODERATOR);
        return roles;
    }

    /** Rooms that this reader moderates. */
    Set<String> moderated(RoomReader reader) {
        var official = reader.official();
        return official == null
                ? Set.of()
                : OncePerPage.ask(
                        "forum.moderated " + official.id(), () -> Set.copyOf(rows.moderatedBy(official.id())));
    }

    /**
     * Members, those who are named, observers; in a room that is open to every participant, all of them. Nobody from its day of
     * deletion on: the words would be gone within the hour.
     */
    boolean mayWrite(RoomReader reader, KeptRoom room) {
        if (!stands(room)) return false;
        return writes(reader, room, roles(reader, room.id()));
    }

    /** Of these rooms those in which this reader may write, asked for once, however many they are. */
    Set<String> writable(RoomReader reader, List<KeptRoom> rooms) {
        var members = reader.somebody() ? rows.memberships(reader.participant()) : List.<RoomMember>of();
        var moderated = moderated(reader);
        return rooms.stream()
                .filter(this::stands)
                .filter(it -> writes(reader, it, roles(reader, it.id(), members, moderated)))
                .map(KeptRoom::id)
                .collect(Collectors.toSet());
    }

    /**
     * Where somebody may write at all, for a query that is not to be filled with what it may only read.
     *
     * @param rooms because of who it is there
     * @param everywhere in each room that is open to every participant
     */
    record Writing(Set<String> rooms, boolean everywhere) {}

    /** Whether a room is closed, and what {@link #writable} asks besides, is not in it. */
    Writing writing(RoomReader reader) {
        var members = reader.somebody() ? rows.memberships(reader.participant()) : List.<RoomMember>of();
        var as = members.stream()
                .filter(it -> it.is(reader) && (it.role() == SharingRole.NAMED || speaks(reader)))
                .map(RoomMember::room);
        return new Writing(
                Stream.concat(as, moderated(reader).stream()).collect(Collectors.toSet()),
                roles(reader, "", List.of(), Set.of()).contains(SharingRole.PARTICIPANT) && speaks(reader));
    }

    private static boolean writes(RoomReader reader, KeptRoom room, Set<SharingRole> roles) {
        return roles.contains(SharingRole.MEMBER)
                || roles.contains(SharingRole.NAMED)
                || roles.contains(SharingRole.OBSERVER)
                || roles.contains(SharingRole.MODERATOR)
                        && room.light().allows(SharingRole.MODERATOR, SharingChannel.PAGE)
                || room.everybody() && roles.contains(SharingRole.PARTICIPANT) && speaks(reader);
    }

    private boolean stands(KeptRoom room) {
        var goes = room.deletedOn();
        return room.open() && (goes == null || today().isBefore(goes));
    }

    /** An answer is asked of whom the directory knows and who may write in the room. */
    boolean canBeAsked(String participant, KeptRoom room) {
        return directory.find(participant).isPresent() && mayWrite(PlacingActs.node(participant), room);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UTC);
    }

    /**
     * Whether this reader is one of those who act for its participant. Other officials of a node (a magistrate, a member of an
     * office, oversight) read what every participant reads, and are in a room only where they are named themselves.
     */
    private static boolean speaks(RoomReader reader) {
        var official = reader.official();
        return official == null || HOLDING.stream().anyMatch(official::holds);
    }

    /** Plan and minutes of a working group are written by who chairs it, or moderates. */
    boolean leads(RoomReader reader, KeptRoom room) {
        return moderated(reader).contains(room.id())
                || reader.somebody()
                        && speaks(reader)
                        && rows.members(room.id()).stream().anyMatch(it -> it.chair() && it.is(reader));
    }

    /** Officers of this node open rooms, add members and name moderators. */
    boolean holds(RoomReader reader) {
        return reader.official() != null && speaks(reader);
    }
}
