package org.comity.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.comity.NodeApplication;
import org.comity.database.HomeFolderLock;
import org.comity.database.StartingPostgresEarly;
import org.comity.directory.PracticeNetwork.Laid;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A practice node beside the test, whose code is loaded once for all of them: for a run that kills another one. */
final class NodeInThisJvm implements RunningNode {

    private final Laid.Node node;
    private final ConfigurableApplicationContext context;

    NodeInThisJvm(Laid.Node node) {
        Security.addProvider(new BouncyCastleProvider());
        this.node = node;
        Path config = node.config();
        var start = new SpringApplication(NodeApplication.class);
        start.addListeners(new HomeFolderLock(), new StartingPostgresEarly());
        context = start.run(
                "--spring.config.additional-location=file:" + config,
                "--node.config=" + config,
                "--node.exchange.warm-rounds=2");
    }

    @Override
    public String id() {
        return node.id();
    }

    @Override
    public int port() {
        return node.port();
    }

    @Override
    public boolean answers() throws InterruptedException, IOException {
        return new Browser(port()).answers("/sign-in");
    }

    @Override
    public void awaitReady() throws InterruptedException, IOException {
        // Whoever started it here waited until it was.
        if (!answers()) throw new IOException(id() + " does not answer");
    }

    @Override
    public void close() {
        context.close();
    }
}
