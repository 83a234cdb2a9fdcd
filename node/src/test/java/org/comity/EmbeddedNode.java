package org.comity;

import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.comity.database.HomeFolderLock;
import org.comity.database.PracticeDatabase;
import org.comity.exchange.ExchangeWarm;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Starts a whole node in the JVM of the test: its configuration, ports, keys and pages are a real one's, and its code is
 * loaded and compiled already. A {@link NodeProcess} starts in four times the processor time.
 */
final class EmbeddedNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch warm = new CountDownLatch(1);

    /** @param database where it keeps its tables, as {@link PracticeDatabase#propertiesOfANode} makes one */
    EmbeddedNode(Path config, Map<String, String> database) {
        Security.addProvider(new BouncyCastleProvider());
        var arguments = new ArrayList<>(
                List.of("--spring.config.additional-location=file:" + config, "--node.config=" + config));
        NodeProcess.settings(config).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        var start = new SpringApplication(NodeApplication.class);
        start.addListeners(new HomeFolderLock(), (ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof ExchangeWarm) warm.countDown();
        });
        context = start.run(arguments.toArray(String[]::new));
    }

    /** Until it can say and hear its first act. */
    EmbeddedNode warm() {
        try {
            if (!warm.await(6, TimeUnit.MINUTES))
                throw new AssertionError("the exchange is not warm after six minutes");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
