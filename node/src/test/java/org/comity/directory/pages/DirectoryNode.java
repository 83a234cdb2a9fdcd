package org.comity.directory.pages;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** As much of a node as the pages of the directory need. Not annotated, so that no other test finds it. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "org.comity.convention",
            "org.comity.directory",
            "org.comity.identity",
            "org.comity.database",
            "org.comity.clock",
            "org.comity.ui",
            "org.comity.ledger",
            "org.comity.sealing"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class DirectoryNode {}
