package org.comity;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.test.context.bean.override.mockito.MockitoResetTestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Keeps Spring from looking at every bean before and after every test for mocks that it would set back. There are none,
 * which {@link TestsThatProveTest} holds; looking for them took one part in seventy of the JVMs of tests. Spring has no
 * setting for it.
 */
public final class BeansAreNoMocks implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ReflectionTestUtils.setField(MockitoResetTestExecutionListener.class, "mockitoInitialized", false);
    }
}
