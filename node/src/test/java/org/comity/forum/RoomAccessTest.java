package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who of a node is in the rooms of which its participant is a member: those who act for it, or who are named themselves. */
class RoomAccessTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Set<Duty> ACTING = Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER);

    private final RoomRows rows = mock(RoomRows.class);
    private final RoomAccess access = new RoomAccess(rows, mock(Directory.class), Clock.fixed(NOON, ZoneOffset.UTC));
    private final KeptRoom closed = room("closed", TrafficLight.AMBER, false);
    private final KeptRoom everybodys = room("everybodys", TrafficLight.GREEN, true);

    @ParameterizedTest
    @EnumSource
    void only_who_acts_for_the_participant_is_in_with_its_whole_membership(Duty duty) {
        when(rows.memberships("XA-1")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        when(rows.memberships("XA-1", "closed")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        var reader = official(duty);
        boolean acts = ACTING.contains(duty);

        var readable = access.readable(reader, SharingChannel.PAGE);
        assertThat(readable.reads("closed", TrafficLight.AMBER)).isEqualTo(acts);
        assertThat(readable.reads("everybodys", TrafficLight.GREEN)).isTrue();
        assertThat(access.mayWrite(reader, closed)).isEqualTo(acts);
        assertThat(access.mayWrite(reader, everybodys)).isEqualTo(acts);
    }

    @ParameterizedTest
    @EnumSource(value = Duty.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void whoever_is_named_is_in_whatever_the_duty(Duty duty) {
        when(rows.memberships("XA-1", "closed")).thenReturn(List.of(member("office:okell", SharingRole.NAMED)));

        assertThat(access.roles(official(duty), "closed")).contains(SharingRole.NAMED);
        assertThat(access.mayWrite(official(duty), closed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_chair_leads_by_who_acts_for_it(Duty duty) {
        when(rows.members("closed")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        assertThat(access.leads(official(duty), closed)).isEqualTo(ACTING.contains(duty));
    }

    private static RoomReader official(Duty duty) {
        return new RoomReader(
                "XA-1", "office:okell", "Okell", new Official("okell", "Okell", "XA-1/o-1", Set.of(duty)));
    }

    private static RoomMember member(String person, SharingRole role) {
        return new RoomMember("closed", "XA-1", person, role, "", true, null, NOON);
    }

    private static KeptRoom room(String id, TrafficLight light, boolean everybody) {
        return new KeptRoom(id, id, "en", "For a test.", light, false, false, everybody, null, "maren", NOON, null);
    }
}
