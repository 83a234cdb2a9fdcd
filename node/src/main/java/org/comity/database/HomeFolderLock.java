package org.comity.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Takes the lock on a home as soon as the configuration names it, before anything there is touched; keeps it to the end. After
 * a start that failed it stays with the process, whose database may still have to stop.
 */
public final class HomeFolderLock implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var environment = prepared.getEnvironment();
        var lock = HomeLock.take(
                Path.of(environment.getRequiredProperty("node.home")), environment.getRequiredProperty("node.id"));
        // What is registered first is destroyed last: the database in the home is stopped by then.
        prepared.getBootstrapContext()
                .addCloseListener(closed -> ((DefaultListableBeanFactory)
                                closed.getApplicationContext().getBeanFactory())
                        .registerDisposableBean("homeLock", lock::close));
    }

    /** Once the configuration is read, and before {@link StartingPostgresEarly}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
