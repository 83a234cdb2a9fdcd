package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.comity.Laboratory.random;
import static org.comity.Laboratory.sha256;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A gigabyte to a node that is killed on the way. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class AddingGigabyteIT {

    private static final int OPERATOR = 19250;
    private static final String NODE = "http://localhost:" + (OPERATOR + 1);

    /** More than the node may ever hold. */
    private static final int MEGABYTES = 1024;

    private static final int MOST_RESIDENT = 640_000;

    @TempDir
    private Path folder;

    private PracticeNetwork.Laid network;
    private NodeProcess node;

    @BeforeEach
    void start() throws Exception {
        network = PracticeNetwork.lay(TemporaryFolders.folder("adding"), 2, OPERATOR);
        run();
    }

    @AfterEach
    void stop() {
        if (node != null) node.close();
    }

    private void run() throws IOException {
        node = new NodeProcess(network.nodes().getFirst().config(), "256m");
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            assertThat(node.alive()).as(node.log()).isTrue();
            return answers();
        });
    }

    private static boolean answers() {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(NODE + "/sign-in"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At -Xmx256m; a file that was held in memory, or in the container's buffers, would show. */
    @Test
    void a_large_file_over_a_node_that_is_killed_takes_no_memory_of_its_size() throws Exception {
        var laboratory = new Laboratory(NODE, folder, Programs.made(NODE, "custodian"));
        var file = folder.resolve("disk.img");
        try (var out = Files.newOutputStream(file)) {
            byte[] block = random(1 << 20, 0);
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(ByteBuffer.wrap(block).putInt(i).array());
            }
        }
        var ended = new FutureTask<>(() -> laboratory.command(0, "add", file.toString(), "--node", NODE));
        Thread.ofPlatform().start(ended);
        await().atMost(Duration.ofMinutes(3)).until(() -> laboratory.stored("disk.img") > 200_000_000);
        node.kill();
        run();
        assertThat(ended.get()).contains("the line dropped", "All are sealed.");
        assertThat(laboratory.only("disk.img").get("sha256")).isEqualTo(sha256(file));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> laboratory.only("disk.img").get("state").equals("matched"));
        long most = node.mostResident();
        System.out.printf("%d MB added and matched at -Xmx256m; the node held at most %,d KB%n", MEGABYTES, most);
        assertThat(most).isLessThan(MOST_RESIDENT);
    }
}
