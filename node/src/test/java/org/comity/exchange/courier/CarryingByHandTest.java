package org.comity.exchange.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.directory.Participant;
import org.comity.exchange.Carrier;
import org.comity.exchange.Courier;
import org.comity.exchange.Courier.Taken;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarryingFilesTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static ExchangeNode a;
    private static ExchangeNode b;

    @TempDir
    private Path disk;

    @BeforeAll
    static void start() throws Exception {
        var world = new PracticeWorld();
        a = new ExchangeNode("XA-1", world, CLOCK, CarryingFilesTest::noLine, "node.exchange.first-pause=1ms");
        b = new ExchangeNode("XB-1", world, CLOCK, CarryingFilesTest::noLine, "node.exchange.first-pause=1ms");
        world.with("XA-1", URI.create("https://none.example")).with("XB-1", URI.create("https://none.example"));
        // No line: what leaves, leaves by hand.
        a.stopSending();
        b.stopSending();
    }

    private static void noLine(Parcel parcel, Participant to) throws Carrier.NotCarried {
        throw new Carrier.NotCarried("not-reached", false, "no line");
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
    }

    @Test
    void an_act_goes_there_on_a_disk_and_its_entry_comes_back() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        var next = PracticeActs.following(act, "complete", "XA-1", "XB-1", "requesting").act();
        a.exchange().send(a.seal(next), null);

        assertThat(a.get(Courier.class).write("XB-1", disk)).hasSize(2).allSatisfy(it -> assertThat(it).exists());
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(b.get(Courier.class).take(disk)).extracting(Taken::refusal).containsOnlyNulls().hasSize(2);
        assertThat(disk).isEmptyDirectory();

        b.get(Courier.class).write("XA-1", disk);
        assertThat(a.get(Courier.class).take(disk)).extracting(Taken::refusal).containsOnlyNulls().isNotEmpty();
        assertThat(a.threads().act(next.id())).hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(2L));
    }

    @Test
    void what_the_door_refuses_stays_on_the_disk_and_other_files_are_left_alone() throws Exception {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        var file = a.get(Courier.class).write("XB-1", disk).getLast();
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);
        Files.writeString(disk.resolve("letter.txt"), "a letter");
        var before = b.stored();

        assertThat(b.get(Courier.class).take(disk))
                .contains(new Taken(file.getFileName().toString(), "not-for-us"));

        assertThat(b.stored()).isEqualTo(before);
        assertThat(file).exists();
        assertThat(disk.resolve("letter.txt")).exists();
    }
}
