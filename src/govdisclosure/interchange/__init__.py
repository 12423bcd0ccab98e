"""Reports as JSON: conversion both ways, faults, versions of the file format, and its schema."""
