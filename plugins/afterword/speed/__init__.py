"""What makes a build faster and nothing else: without this room the site is the same to the byte."""

from afterword.speed.accelerator import FastAccelerator

__all__ = ["FastAccelerator"]
