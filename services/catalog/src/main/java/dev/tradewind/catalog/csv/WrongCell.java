package dev.tradewind.catalog.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that is wrong in a file.
 *
 * @param line where, counted from 1
 * @param column its name; empty when it is the whole line
 * @param detail what must hold
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WrongCell(int line, String column, String detail) {}
