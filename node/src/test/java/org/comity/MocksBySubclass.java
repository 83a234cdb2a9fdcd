package org.comity;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mockito.MockedConstruction;
import org.mockito.internal.creation.bytebuddy.ByteBuddyMockMaker;
import org.mockito.internal.creation.bytebuddy.InlineByteBuddyMockMaker;
import org.mockito.invocation.MockHandler;
import org.mockito.mock.MockCreationSettings;
import org.mockito.plugins.MockMaker;

/**
 * Makes a mock by a subclass wherever there can be one, and rewrites a class only if it is final, as records are. For each
 * class that Mockito rewrites, the JVM stops and goes through all classes and all compiled code: that was a tenth of the
 * processor time of the unit tests.
 */
public final class MocksBySubclass implements MockMaker {

    private final MockMaker subclass = new ByteBuddyMockMaker();
    private final MockMaker inline = new InlineByteBuddyMockMaker();

    private MockMaker of(Class<?> type) {
        return Modifier.isFinal(type.getModifiers()) ? inline : subclass;
    }

    @Override
    public <T> T createMock(MockCreationSettings<T> settings, MockHandler handler) {
        return of(settings.getTypeToMock()).createMock(settings, handler);
    }

    @Override
    public <T> Optional<T> createSpy(MockCreationSettings<T> settings, MockHandler handler, T spied) {
        return of(settings.getTypeToMock()).createSpy(settings, handler, spied);
    }

    @Override
    public MockHandler getHandler(Object mock) {
        var handler = subclass.getHandler(mock);
        return handler == null ? inline.getHandler(mock) : handler;
    }

    @Override
    public void resetMock(Object mock, MockHandler newHandler, MockCreationSettings settings) {
        of(settings.getTypeToMock()).resetMock(mock, newHandler, settings);
    }

    @Override
    public TypeMockability isTypeMockable(Class<?> type) {
        return of(type).isTypeMockable(type);
    }

    @Override
    public <T> StaticMockControl<T> createStaticMock(
            Class<T> type, MockCreationSettings<T> settings, MockHandler handler) {
        return inline.createStaticMock(type, settings, handler);
    }

    @Override
    public <T> ConstructionMockControl<T> createConstructionMock(
            Class<T> type,
            Function<MockedConstruction.Context, MockCreationSettings<T>> settings,
            Function<MockedConstruction.Context, MockHandler<T>> handler,
            MockedConstruction.MockInitializer<T> initializer) {
        return inline.createConstructionMock(type, settings, handler, initializer);
    }

    @Override
    public void clearAllCaches() {
        List.of(subclass, inline).forEach(MockMaker::clearAllCaches);
    }
}
