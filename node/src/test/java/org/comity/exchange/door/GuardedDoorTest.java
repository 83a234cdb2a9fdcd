package org.comity.exchange.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.exchange.Door;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may speak at the door, in which words, and for how long what came is remembered. */
class GuardedDoorTest extends GuardedDoorCase {

    @Test
    void a_right_act_is_kept_and_its_entry_waits_to_leave() throws Exception {
        var act = request().act();

        receive(parcel(PracticeSeal.seal("XA-1", act)));

        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
        assertThat(entriesWaitingFor(act)).isEqualTo(1);
    }

    @Test
    void r82_no_message_is_refused_for_a_directory_position_that_is_older_than_ours() throws Exception {
        for (long sequence : new long[] {1, 0, 1_000_000}) {
            var act = request().act();
            var position = new Directory.Position(sequence, "0".repeat(64));
            receive(new Parcel(Action.ACT, "XA-1", "XB-1", "t", age(PracticeSeal.seal("XA-1", act)), position));

            assertThat(b.threads().act(act.id())).isPresent();
        }
    }

    @Test
    void acts_that_travel_together_are_kept_together_or_not_at_all() throws Exception {
        var acts = List.of(request().act(), request().act());
        var foreign = request().act();
        byte[] right = age(PracticeSeal.seal("XA-1", acts.getFirst()));
        byte[] wrong = age(PracticeSeal.seal("XC-1", foreign));
        long before = b.count("thread.act");

        assertRefused("foreign-signature", together(List.of(right, wrong)));
        assertThat(b.count("thread.act")).isEqualTo(before);

        receive(together(List.of(right, age(PracticeSeal.seal("XA-1", acts.getLast())))));
        assertThat(acts).allSatisfy(it -> assertThat(entriesWaitingFor(it)).isEqualTo(1));
    }

    @Test
    void more_age_files_than_may_travel_together_are_refused_before_any_is_opened() {
        var none = new byte[0];
        assertRefused("payloads", together(List.of()));
        assertRefused("payloads", together(java.util.Collections.nCopies(17, none)));
        assertRefused("not-for-us", together(java.util.Collections.nCopies(16, none)));
        assertRefused("payloads", new Parcel(Action.ENTRY, "XA-1", "XB-1", "t", List.of(none, none), null));
    }

    @Test
    void the_same_act_again_is_no_refusal_changes_nothing_and_its_entry_leaves_again() throws Exception {
        var act = request().act();
        byte[] container = PracticeSeal.seal("XA-1", act);
        receive(parcel(container));
        b.db().sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at")
                .update();
        long acts = b.count("thread.act");
        long entries = b.count("thread.entry");

        receive(parcel(container));

        assertThat(b.count("thread.act")).isEqualTo(acts);
        assertThat(b.count("thread.entry")).isEqualTo(entries);
        assertThat(entriesWaitingFor(act)).isEqualTo(1);
    }

    @Test
    void unknown_sender() {
        var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
        assertRefused("unknown-sender", new Parcel(Action.ACT, "XQ-1", "XB-1", "t", parcel.ageFile(), null));
        assertThat(admit("XQ-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo("unknown-sender");
    }

    @Test
    void certificates_wrong_missing_or_of_another() {
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isNull();
        assertThat(admit("XA-1", certificate("XC-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", certificate("XA-1", "tls"), certificate("XA-1", "tls")))
                .isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", null, certificate("XA-1", "tls"))).isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XC-1", "tls")))
                .isEqualTo("tls-mismatch");
        assertThat(admit("XA-1", certificate("XA-1", "as4"), null)).isEqualTo("tls-mismatch");
    }

    @Test
    void certificates_that_have_expired() {
        CLOCK.forward(Duration.ofDays(20_000));
        try {
            assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                    .isEqualTo("expired-certificate");
            var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
            assertRefused("expired-seal", parcel);
        } finally {
            CLOCK.forward(Duration.ofDays(-20_000));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Validity.class,
            names = {"REVOKED", "LAPSED"})
    void an_entry_that_is_revoked_or_lapsed(Validity standing) {
        var code = "directory-" + standing.name().toLowerCase(java.util.Locale.ROOT);
        var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
        WORLD.standing("XA-1", standing);

        assertRefused(code, parcel);
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo(code);
    }

    @Test
    void in_grace_nothing_new_and_what_is_known_goes_on() throws Exception {
        var known = opened();
        WORLD.standing("XA-1", Validity.GRACE);

        assertRefused(
                "directory-grace", parcel(PracticeSeal.seal("XA-1", request().act())));
        receive(parcel(PracticeSeal.seal(
                "XA-1", following(known, "complete", "requesting").act())));
    }

    @Test
    void not_for_this_node() {
        byte[] container = PracticeSeal.seal("XA-1", request().act());
        byte[] forOther = PracticeSeal.of("XA-1").encrypt(container, List.of(PracticeWorld.recipient("XC-1")));
        byte[] changed = parcel(container).ageFile();
        changed[changed.length - 5] ^= 1;

        assertRefused("not-for-us", parcelOf(Action.ACT, forOther));
        assertRefused("not-for-us", parcelOf(Action.ACT, "no age file".getBytes(UTF_8)));
        assertRefused("not-for-us", parcelOf(Action.ACT, changed));
        assertRefused("wrong-address", new Parcel(Action.ACT, "XA-1", "XC-1", "t", forOther, null));
    }

    @Test
    void practice_is_for_oneself() {
        assertRefused(
                "unknown-action",
                parcelOf(Action.WARM, age(PracticeSeal.seal("XA-1", request().act()))));
    }

    private static Parcel together(List<byte[]> ageFiles) {
        return new Parcel(Action.ACT, "XA-1", "XB-1", "t", ageFiles, null);
    }

    private static String admit(String from, X509Certificate as4, X509Certificate tls) {
        var refusal =
                catchThrowableOfType(Refusal.class, () -> b.get(Door.class).admit(from, as4, tls));
        return refusal == null ? null : refusal.code();
    }
}
