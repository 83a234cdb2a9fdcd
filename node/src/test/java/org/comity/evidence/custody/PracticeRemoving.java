package org.comity.evidence.custody;

import org.springframework.beans.factory.BeanFactory;

/** Has what was given up or destroyed removed now, from outside this folder. */
public final class PracticeRemoving {

    private PracticeRemoving() {}

    public static void turn(BeanFactory beans) {
        beans.getBean(RemovingBytes.class).turn();
    }
}
