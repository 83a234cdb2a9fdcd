package org.comity.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Gives each job a thread of its own: whatever one of them waits for, a directory operator, a mail server or a store, the
 * others have their turn. Spring's own scheduler of virtual threads runs all that have a fixed delay on one.
 */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    /** More than there are jobs; a thread that has no job is not made. */
    static final int MOST = 64;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(Clock clock) {
        var scheduler = clock instanceof PracticeClock moved ? new PracticeJobs(moved) : new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setPoolSize(MOST);
        return scheduler;
    }
}
