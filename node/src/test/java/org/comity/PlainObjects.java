package org.comity;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.mockito.Mockito;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Keeps {@link Object} as the JDK wrote it while Mockito makes mocks.
 *
 * <p>Mockito rewrites the mocked class and all above it, thus {@code Object.equals} of each object in the JVM: it then
 * looks up in a table whether the object is a mock. That was a quarter of the processor time of all unit tests. There
 * is no setting for it; the list of classes that are left alone is Mockito's own.
 */
public final class PlainObjects implements LauncherSessionListener {

    private static final String GENERATOR = "org.mockito.internal.creation.bytebuddy.InlineBytecodeGenerator";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Its generator can be read once Mockito has put what it weaves in where every class sees it.
        Mockito.framework().getPlugins().getInlineMockMaker();
        try {
            leftAlone().add(Object.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Mockito has changed: see whether Object.equals is still its own", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<?>> leftAlone() throws ClassNotFoundException {
        return (Set<Class<?>>) requireNonNull(ReflectionTestUtils.getField(Class.forName(GENERATOR), "EXCLUDES"));
    }
}
