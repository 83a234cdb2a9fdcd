package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** Finds how far the lesson is by which a browser is led. */
public interface PracticeLesson {

    /** @return null where this node knows of no such lesson, or whoever began it laid it back */
    Practising.@Nullable Lesson of(Practising.Led led);
}
