package org.comity.evidence.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread in a bag, as it is read before it is brought in. */
class CarriedThreadTest {

    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";

    @TempDir
    Path folder;

    @Test
    void its_keeper_is_known_also_where_it_changed_its_key() throws Exception {
        var one = new Keeper("XB-1", PracticeWorld.certificate("XB-1", "register"), 1);
        var later = new Keeper("XB-1", PracticeWorld.certificate("XC-1", "register"), 7);
        for (var keepers : List.of(List.of(one), List.of(one, later))) {
            var root = folder.resolve(Integer.toString(keepers.size()));
            var bag = new BagWriting(root, written -> {});
            bag.add("thread/thread.json", head(keepers));
            bag.finish(new TreeMap<>(), null);

            assertThat(CarriedThread.in(root, Bag.open(root, Bag.Limits.STANDARD)))
                    .hasValueSatisfying(it -> {
                        assertThat(it.thread()).isEqualTo(THREAD);
                        assertThat(it.keeper()).isEqualTo("XB-1");
                    });
        }
    }

    private static byte[] head(List<Keeper> keepers) throws Exception {
        var out = new ByteArrayOutputStream();
        ThreadBundle.write(out, new ThreadBundle.Head("ab".repeat(32), THREAD, keepers), List.of(), List.of());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            zip.getNextEntry();
            return zip.readAllBytes();
        }
    }
}
