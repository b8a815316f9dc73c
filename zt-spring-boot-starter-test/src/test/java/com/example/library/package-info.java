/**
 * Stands for a library of somebody else.
 */
@NullMarked
package com.example.library;

import org.jspecify.annotations.NullMarked;
